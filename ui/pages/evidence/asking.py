"""What the evidence page asks of the journal; imported when it is needed, after the first frame."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from app.facts.evidence import BagAsked, BagContents, EvidenceShown, Examined, Exported, ItemOffered
from app.facts.pages import Paper

if TYPE_CHECKING:
    from ui.workbench import Workbench

Tell = Callable[[int], None]


def evidence_shown(workbench: Workbench) -> EvidenceShown:
    """All that the page shows."""
    from app.journal import evidence_page

    return evidence_page.evidence_shown(workbench.journal)


def bag_contents(workbench: Workbench, asked: BagAsked) -> BagContents:
    """What an export would hold."""
    from app.journal import evidence_page

    return evidence_page.bag_contents(workbench.journal, asked)


def copy_of(workbench: Workbench, asked: BagAsked, tell: Tell) -> tuple[BagAsked, Paper, int]:
    """The reading copy as it would be saved now, and how many pages it has."""
    from app.journal.reading_copy import reading_copy
    from ui.printing.layout import lay_out

    paper = reading_copy(workbench.journal, asked)
    tell(0)
    return asked, paper, lay_out(paper).count


def items_offered(workbench: Workbench, client: int) -> tuple[ItemOffered, ...]:
    """Items to which a reading copy may be limited."""
    from app.journal import evidence_page

    return evidence_page.items_offered(workbench.journal, client)


def check(workbench: Workbench, tell: Tell) -> Examined:
    """Every byte, link, copy and derived row of the open journal."""
    from app.journal import evidence_page

    return evidence_page.check(workbench.journal, tell)


def verify_file(path: Path, held: Sequence[str], root: Path | None, tell: Tell) -> Examined:
    """A file judged for a reader who holds these heads and trusts this root."""
    from app.journal import evidence_page

    return evidence_page.verify_file(path, held, tell, root=root)


def export(workbench: Workbench, asked: BagAsked, path: Path, tell: Tell) -> Exported:
    """Write the bag."""
    from ui.printing.pdf import write_pdf

    paint = write_pdf if asked.reading_copy else None
    bags = workbench.journal.bags
    given = bags.export(asked.client, path, paint, first=asked.first, last=asked.last, items=asked.items, progress=tell)
    left_out = given.private + given.outside + given.redacted
    return Exported(shown=given.shown, left_out=left_out, size=given.size)
