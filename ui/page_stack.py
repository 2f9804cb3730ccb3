"""The pages of the window: made when they are first shown, told the layout, thrown away when the language changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QStackedWidget, QTextEdit, QWidget

from ui.pages import make_page

if TYPE_CHECKING:
    from ui.layout import Layout
    from ui.workbench import Workbench


LOADING_MS = 400
"""A page that says when it is `ready` is shown by then at the latest, as it looks while it is read."""


class PageStack(QObject):
    """Pages by key; those which were made stay, hidden, and are read again when they are shown."""

    def __init__(self, stack: QStackedWidget) -> None:
        super().__init__(stack)
        self._stack = stack
        self._pages: dict[str, QWidget] = {}
        self._coming: QWidget | None = None
        stack.addWidget(QWidget())  # bare ground, until there is a page

    def __bool__(self) -> bool:
        return bool(self._pages)

    def get(self, key: str) -> QWidget | None:
        """The page, if it was made."""
        return self._pages.get(key)

    def made(self, key: str, workbench: Workbench, layout: Layout) -> QWidget:
        """The page, made now if it was not."""
        found = self._pages.get(key)
        if found is None:
            found = self._pages[key] = make_page(key, workbench)
            self._stack.addWidget(found)
            _tell_layout(found, layout)
        return found

    def show(self, page: QWidget, client: int, item: int) -> None:
        """Bring a page to the front, at a client or an entry."""
        open_at = getattr(page, "open_at", None)
        if open_at is not None:
            open_at(client, item)
        self._coming = page
        ready = getattr(page, "ready", None)
        if ready is None or page.isVisibleTo(self._stack) or getattr(page, "shown", page) is not None:
            self._bring()
        else:  # laid out once, with what was read, and not before that without it
            ready.connect(self._bring)
            QTimer.singleShot(LOADING_MS, self, self._bring)

    def set_layout(self, layout: Layout) -> None:
        """Tell every page that was made."""
        for page in self._pages.values():
            _tell_layout(page, layout)

    def _bring(self) -> None:
        if self._coming is not None and self._coming in self._pages.values():
            self._stack.setCurrentWidget(self._coming)

    def clear(self, but: QWidget | None = None) -> None:
        """Let every page go, or all but one and those in which something is being written.

        They are made anew when somebody comes to them.
        """
        kept = {
            key: page for key, page in self._pages.items() if but is not None and (page is but or _is_written(page))
        }
        for key, page in self._pages.items():
            if key not in kept:
                self._stack.removeWidget(page)
                page.hide()
                page.deleteLater()
                if but is not None:  # nobody stands in it: it goes at once, and is not dressed anew for nothing
                    QCoreApplication.sendPostedEvents(page, QEvent.Type.DeferredDelete)
        self._pages = kept


def _is_written(page: QWidget) -> bool:
    """Whether somebody typed something there that is not saved."""
    lines = any(line.isModified() and line.text() for line in page.findChildren(QLineEdit))
    texts = [text.document() for text in page.findChildren(QTextEdit)]
    texts += [text.document() for text in page.findChildren(QPlainTextEdit)]
    return lines or any(text.isModified() and not text.isEmpty() for text in texts)


def refresh(page: QWidget | None) -> None:
    """Have a page read anew."""
    again = getattr(page, "refresh", None)
    if again is not None:
        again()


def _tell_layout(page: QWidget, layout: Layout) -> None:
    set_layout = getattr(page, "set_layout", None)
    if set_layout is not None:
        set_layout(layout)
