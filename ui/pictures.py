"""`python3 -m app pictures [FOLDER]`: every window, dialog and paper to PNG, in languages, themes, sizes, scales."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from typing import Final

import click
from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QSize
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QWidget

from ui.backup_pictures import BACKUPS
from ui.client_pictures import agreement_tab, client, correct, details, month, people_tab, statistics_tab, week
from ui.dialog_pictures import call, edit, edit_voice, keys, log, missed, plan_call, plan_series, request, stop_work
from ui.dialogs.agreement.pictures import (
    agreement_form,
    agreement_groups,
    agreement_lines,
    contact_form,
    new_client,
    owner_form,
    person_form,
)
from ui.dialogs.first_run import FirstRun
from ui.dialogs.first_run.pictures import steps
from ui.dialogs.form import pictures as forms
from ui.draft_pictures import drafts, make_all, snippets, together
from ui.erasing_pictures import ERASING
from ui.evidence_pictures import by_hand, change_key, evidence, import_chat, mark_given, stamps, verify
from ui.gallery import Gallery, plain_page
from ui.gallery_painted import painted_page
from ui.layout import Layout, Widths
from ui.paper_pictures import take_papers
from ui.picture_screen import wide_screen
from ui.plan_pictures import plans
from ui.statistics_pictures import STATISTICS
from ui.theme import theme
from ui.widgets.boxes import Scroll
from ui.window_pictures import calls, clients, compose, edits, search, settings, today, today_empty


class Shot(Struct, frozen=True):
    """How one picture is taken: theme, language, window in pixels, text scale in percent."""

    mode: str
    language: str
    width: int
    height: int
    percent: int = 100

    @property
    def suffix(self) -> str:
        """What tells the files of one window apart."""
        return f"{self.mode}-{self.language}-{self.width}x{self.height}-{self.percent}"


Factory = Callable[[Shot], QWidget]


def _narrow(shot: Shot) -> bool:
    return Widths(shot.width, shot.percent / 100).layout is not Layout.FULL


def plain_gallery(shot: Shot) -> QWidget:
    """What is pressed and filled in."""
    return Gallery(plain_page(short=_narrow(shot)), narrow=_narrow(shot))


def painted_gallery(shot: Shot) -> QWidget:
    """What is drawn on pure data."""
    return Gallery(painted_page(), narrow=_narrow(shot))


WINDOWS: Final[tuple[tuple[str, Factory], ...]] = (
    ("today", today),
    ("today-empty", today_empty),
    ("client", client),
    ("client-agreement", agreement_tab),
    ("client-people", people_tab),
    ("client-statistics", statistics_tab),
    *STATISTICS,
    *plans(),
    *BACKUPS,
    ("clients", clients),
    ("calls", calls),
    ("edits", edits),
    ("week", week),
    ("week-month", month),
    ("evidence", evidence),
    ("stamps", stamps),
    ("settings", settings),
    ("edit", edit),
    ("edit-voice", edit_voice),
    ("call", call),
    ("call-missed", missed),
    ("compose", compose),
    ("drafts", drafts),
    ("snippets", snippets),
    ("together", together),
    ("make-all", make_all),
    ("request", request),
    ("log", log),
    ("plan", plan_call),
    ("plan-series", plan_series),
    ("stop-work", stop_work),
    ("search", search),
    ("keys", keys),
    *ERASING,
    ("details", details),
    ("correct", correct),
    ("verify", verify),
    ("by-hand", by_hand),
    ("change-key", change_key),
    ("import", import_chat),
    ("mark-given", mark_given),
    ("agreement-form", agreement_form),
    *agreement_groups(),
    *agreement_lines(),
    ("contact-form", contact_form),
    ("person-form", person_form),
    ("new-client", new_client),
    ("owner-form", owner_form),
    ("form-list", forms.listing),
    ("form-brief", forms.filled),
    ("form-survey", forms.survey),
    ("form-expectations", forms.expectations),
    ("form-words", forms.words),
    *steps(),
)
"""Name and factory of every window that can be pictured; pages add theirs here."""

GALLERIES: Final[tuple[tuple[str, Factory], ...]] = (
    ("gallery-plain", plain_gallery),
    ("gallery-painted", painted_gallery),
)
"""Every component in its states; pictured when asked for by name."""


PASSES: Final = 5
"""How often events are let through: lines that wrap tell their height only when their width is known."""


def build(factory: Factory, shot: Shot) -> QWidget:
    """One window as it stands on a screen: shown, of its own size where it has one, everything read."""
    theme().wear(mode=shot.mode, percent=shot.percent)
    window = factory(shot)
    if isinstance(window, QDialog) and window.isModal():
        window.open()
    window.resize(_size(window, shot))
    window.show()
    for _ in range(PASSES):
        QApplication.processEvents()
    return window


def picture_of(window: QWidget) -> QPixmap:
    """The window, in the middle of the one it stands over."""
    parent = window.parentWidget()
    if not isinstance(window, QDialog) or not window.isModal() or parent is None:
        return window.grab()
    behind = parent.window()
    picture, front = behind.grab(), window.grab()
    painter = QPainter(picture)
    left, top = (behind.width() - window.width()) // 2, (behind.height() - window.height()) // 2
    painter.drawPixmap(QPoint(max(0, left), max(0, top)), front)
    painter.end()
    return picture


def leave(window: QWidget) -> None:
    """Let the window go, and the one behind it."""
    for each in (window, *(way for way in (window.parentWidget(),) if way is not None)):
        each.window().close()
        each.window().deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def take(name: str, factory: Factory, shot: Shot, folder: Path) -> Path:
    """Build one window, paint it off screen and save it; gives the file."""
    window = build(factory, shot)
    path = folder / f"{name}-{shot.suffix}.png"
    picture_of(window).save(str(path))
    leave(window)
    return path


def _size(window: QWidget, shot: Shot) -> QSize:
    """A main window fills the picture; what has a size of its own keeps it, as far as there is room."""
    room = QSize(shot.width, shot.height)
    if isinstance(window, QMainWindow | Gallery | Scroll) or (isinstance(window, FirstRun) and shot.percent > 100):
        return room
    return window.size().boundedTo(room)


def shots(modes: str, languages: str, sizes: str, scales: str, large: str) -> Iterator[Shot]:
    """Every shot asked for, then one at the text scale `large`, in the first language, theme and size."""
    names = ("light", "dark") if modes == "both" else (modes,)
    places = [(int(wide), int(high)) for wide, high in (size.split("x") for size in sizes.split(","))]
    for mode, language, (width, height), percent in product(names, languages.split(","), places, scales.split(",")):
        yield Shot(mode, language, width, height, int(percent))
    if large and large not in scales.split(","):
        yield Shot(names[0], languages.split(",")[0], places[0][0], places[0][1], int(large))


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=Path("pictures"))
@click.option("--theme", "mode", type=click.Choice(["light", "dark", "both"]), default="both", show_default=True)
@click.option("--lang", "languages", default="en,ru,es", show_default=True, help="Languages, separated by commas")
@click.option("--size", "sizes", default="1360x860,1024x700", show_default=True, help="Sizes, separated by commas")
@click.option("--scale", "scales", default="100", show_default=True, help="Percents, separated by commas")
@click.option("--large", default="200", show_default=True, help="Also once at this percent; empty for none")
@click.option("--only", default="", help="Windows and papers whose name begins so, separated by commas")
def main(folder: Path, mode: str, languages: str, sizes: str, scales: str, large: str, only: str) -> None:
    """Save pictures of every window, dialog and paper into FOLDER (pictures/ here)."""
    folder.mkdir(parents=True, exist_ok=True)
    wide_screen()
    app = QApplication([])
    theme().dress(app, mode="light", percent=100)
    begun, beginnings = time.monotonic(), tuple(only.split(","))
    wanted = [each for each in (*WINDOWS, *(GALLERIES if only else ())) if each[0].startswith(beginnings)]
    count = 0
    for shot in shots(mode, languages, sizes, scales, large) if wanted else ():
        click.echo(f"{shot.suffix}: {len(wanted)} windows")
        for name, factory in wanted:
            take(name, factory, shot, folder)
            count += 1
    for language in languages.split(","):
        count += len(list(take_papers(language, folder, beginnings)))
    click.echo(f"{count} pictures in {folder.resolve()}, {time.monotonic() - begun:.0f} s")


if __name__ == "__main__":
    main()
