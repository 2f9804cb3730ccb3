"""Files dropped from outside, or pasted from a file manager: sorted into files, an export, and what is refused."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final, cast

from msgspec import Struct
from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from app.facts.visible import visible
from app.words import Words

MOST_FILES: Final = 20
MEGA: Final = 1 << 20
LARGEST: Final = 100 * MEGA
"""Bytes of one file; what is larger stays where it is."""
EXPORT: Final = "result.json"
_DRAGS: Final = (QEvent.Type.DragEnter, QEvent.Type.DragMove)


class Dropped(Struct, frozen=True):
    """What was dropped: files to be kept with an entry, the export of a chat, sentences about what is not taken."""

    files: tuple[Path, ...] = ()
    export: Path | None = None
    refused: tuple[str, ...] = ()


def sort_dropped(paths: Sequence[Path], words: Words) -> Dropped:
    """Look at each path. An export of a chat is imported, and what lies beside it is taken as any file is.

    Folders and what is too large are refused in a sentence.
    """
    whole, export = next(((path, found) for path in paths if (found := _export(path)) is not None), (None, None))
    paths = [path for path in paths if path != whole]
    if len(paths) > MOST_FILES:
        said = words.text("{n} files at once are too many. Drop at most {most}.", n=len(paths), most=MOST_FILES)
        return Dropped(export=export, refused=(said,))
    judged = [(path, _against(path, words)) for path in dict.fromkeys(paths)]
    return Dropped(
        files=tuple(path for path, said in judged if not said),
        export=export,
        refused=tuple(said for _, said in judged if said),
    )


def files_in(mime: QMimeData) -> list[Path]:
    """The local files that are dragged or pasted."""
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]


class Dropping(QObject):
    """Takes files on a widget and everything in it that takes none itself; `dropped` carries their paths."""

    dropped = Signal(object)

    def __init__(self, on: QWidget) -> None:
        super().__init__(on)
        on.setAcceptDrops(True)
        on.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A drag with files is welcome; a drop of them is told."""
        if event.type() in _DRAGS and files_in(cast(QDropEvent, event).mimeData()):
            cast(QDropEvent, event).acceptProposedAction()
            return True
        if event.type() is QEvent.Type.Drop and (paths := files_in(cast(QDropEvent, event).mimeData())):
            cast(QDropEvent, event).acceptProposedAction()
            self.dropped.emit(paths)
            return True
        return False


def _export(path: Path) -> Path | None:
    """The export of a chat that a path is or holds."""
    if path.is_dir():
        return path / EXPORT if (path / EXPORT).is_file() else None
    if path.name == EXPORT:
        return path
    return path if path.suffix.lower() == ".zip" and _holds_export(path) else None


def _holds_export(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as archive:
            return any(name.rpartition("/")[2] == EXPORT for name in archive.namelist())
    except (OSError, zipfile.BadZipFile, ValueError, NotImplementedError):
        return False


def _against(path: Path, words: Words) -> str:
    """Why a path is not taken; empty where it is."""
    name = visible(path.name)
    if path.is_dir():
        return words.text("{name} is a folder. Drop its files, or put them into one archive.", name=name)
    try:
        size = path.stat().st_size
        with path.open("rb"):
            pass
    except OSError:
        return words.text("{name} cannot be read. Look whether it is still there.", name=name)
    if size > LARGEST:
        most = LARGEST // MEGA
        return words.text("{name} is larger than {most} MB. Leave it where it is, and note the place.", name=name,
                          most=most)  # fmt: skip
    return ""
