"""Which files an erasure takes: attachments that nothing else uses, and imported files that hold the words (4.7)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.facts.erasure import ErasurePlan, TakenFile
from app.storage.attachment_files import AttachmentFiles
from app.storage.erasure import holds
from app.storage.shelf.erasure import Use


def files_taken(
    files: AttachmentFiles,
    plan: ErasurePlan,
    uses: Sequence[Use],
    came_from: Mapping[int, Mapping[str, object]],
    lines: Sequence[str],
) -> tuple[TakenFile, ...]:
    """The files that go with the plan's records; `came_from` is the `source` of each of them (B6)."""
    gone = {each.seq for each in plan.records}
    needed = {use.sha256 for use in uses if use.seq not in gone}
    found: dict[str, TakenFile] = {}
    for use in uses:
        if use.seq in gone and use.sha256 not in needed:
            before = found.get(use.sha256)
            found[use.sha256] = _taken(use, (*before.of, use.seq) if before else (use.seq,))
    if plan.person:  # the names go; the talk stays, and so does what it came out of
        return tuple(found.values())
    return tuple((found | _sources(files, plan, uses, came_from, lines)).values())


def files_shared(plan: ErasurePlan, uses: Sequence[Use]) -> tuple[str, ...]:
    """The names of attachments that an erased record has in common with one that stays."""
    gone = {each.seq for each in plan.records}
    needed = {use.sha256 for use in uses if use.seq not in gone}
    return tuple(dict.fromkeys(use.name for use in uses if use.seq in gone and use.sha256 in needed))


def imports_left_bare(uses: Sequence[Use], gone: set[str]) -> list[int]:
    """The imports of which no file is left: an export of everything may go while the chat's own bytes stay."""
    listed: dict[int, set[str]] = {}
    for use in uses:
        if use.is_source:
            listed.setdefault(use.seq, set()).add(use.sha256)
    return [seq for seq, files in listed.items() if files <= gone]


def _sources(
    files: AttachmentFiles,
    plan: ErasurePlan,
    uses: Sequence[Use],
    came_from: Mapping[int, Mapping[str, object]],
    lines: Sequence[str],
) -> dict[str, TakenFile]:
    """The imported files that an erased record came out of, and all that hold its lines.

    Short words are not looked for, they stand everywhere: then every export of the same chat goes.
    """
    of_import: dict[int, list[int]] = {}
    for seq, source in came_from.items():
        if isinstance(number := source.get("import"), int):
            of_import.setdefault(number, []).append(seq)
    chats = {use.chat for use in uses if use.seq in of_import and use.chat} if not lines else set()
    same = {use.sha256 for use in uses if use.is_source and (use.seq in of_import or use.chat in chats)}
    found: dict[str, TakenFile] = {}
    for use in uses:
        if use.is_source and use.sha256 not in found and (use.sha256 in same or holds(files, use.sha256, lines)):
            found[use.sha256] = _taken(use, of_import.get(use.seq) or plan.asked[:1])
    return found


def _taken(use: Use, of: Sequence[int]) -> TakenFile:
    return TakenFile(
        sha256=use.sha256, name=use.name, size=use.size, of=tuple(dict.fromkeys(of)), is_source=use.is_source
    )
