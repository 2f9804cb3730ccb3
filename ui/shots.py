"""One picture of a window: how it is taken, the window as it stands on a screen, the file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from typing import Final

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QSize
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QWidget

from ui.dialogs.first_run import FirstRun
from ui.gallery import Gallery
from ui.theme import theme
from ui.widgets.boxes import Scroll


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
