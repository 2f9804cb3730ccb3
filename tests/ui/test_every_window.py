"""Every window that can be pictured, in three languages, wide, narrow and with text of 200 % (6.1, 6.14, issue 5).

No word is cut, nothing lies over anything, everything can be hit, is called by a name, and is reached by Tab as one
reads; no two shortcuts are alike, and each is named on the page of keys. A warning of Qt fails a test by itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu, QRadioButton, QWidget

from tests.ui.audit import painted_cut, path_of, told_whole, wrong_in
from tests.ui.eyeless import mute, nameless, roleless, untied, way_of_tab, without_tip
from tests.ui.pictured import LANGUAGES, bare_behind, pictured, stand
from ui.actions import COMMANDS
from ui.dialogs.keys import IN_LISTS, IN_MESSAGES, IN_WINDOWS
from ui.main_window import MainWindow
from ui.pictures import WINDOWS
from ui.reading_order import stops
from ui.shots import Factory
from ui.theme import Theme

__all__ = ["bare_behind"]

NAMES = [name for name, _ in WINDOWS]
LARGE = [(name, "ru") for name in NAMES] + [(name, "es" if at % 2 else "en") for at, name in enumerate(NAMES)]
"""Russian is the longest; of the other two each window has one here."""

pytestmark = pytest.mark.usefixtures("dressed", "bare_behind")


def factory_of(name: str) -> Factory:
    """What makes that window."""
    return dict(WINDOWS)[name]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_a_window_is_whole_wide_and_narrow_and_can_be_used_without_eyes_and_mouse(
    name: str, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pictured(factory_of(name), language) as window:
        wrong = [*seen(window, monkeypatch), *spoken(window), *clashing(window), *unnamed(window)]
        if isinstance(window, MainWindow):
            stand(window, 1024, 700)
            wrong += [f"narrow: {each}" for each in seen(window, monkeypatch)]
        wrong += passed_by(window)
    assert wrong == []


@pytest.mark.parametrize(("name", "language"), LARGE)
def test_a_window_holds_text_of_200_percent(
    name: str, language: str, monkeypatch: pytest.MonkeyPatch, dressed: Theme
) -> None:
    with pictured(factory_of(name), language, percent=200) as window:
        wrong = list(seen(window, monkeypatch))
    dressed.wear(percent=100)
    assert wrong == []


def seen(window: QWidget, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """What an eye finds wrong."""
    with painted_cut(monkeypatch) as cut:
        window.grab()
    yield from dict.fromkeys((*wrong_in(window), *told_whole(cut)))


def spoken(window: QWidget) -> Iterator[str]:
    """What is wrong for somebody who does not see it."""
    yield from (*nameless(window), *roleless(window), *without_tip(window), *untied(window), *mute(window))


def passed_by(window: QWidget) -> list[str]:
    """What Tab does not reach, or not in the order in which one reads; where it gets caught."""
    order = [each for each in stops(window) if each.isEnabled() and not _goes_with_another(each)]
    way = way_of_tab(window)
    lost = [f"Tab never comes to {path_of(each)}" for each in order if each not in way]
    told = [each for each in way if each in order]
    turned = [] if told == [each for each in order if each in way] else [f"Tab goes {[path_of(each) for each in told]}"]
    hidden = [f"no focus is seen on {path_of(each)}" for each in way[:1] if QApplication.focusWidget() is None]
    return [*lost, *turned, *hidden]


def _goes_with_another(widget: QWidget) -> bool:
    """Of rings of which one is chosen Tab comes to the chosen one, and the arrows go on from it."""
    return isinstance(widget, QRadioButton) and not widget.isChecked()


def clashing(window: QWidget) -> Iterator[str]:
    """Letters and shortcuts that do two things."""
    found = Counter((*_letters(window), *_shortcuts(window)))
    yield from (f"{keys} {times} times" for keys, times in found.items() if times > 1)


def unnamed(window: QWidget) -> Iterator[str]:
    """Shortcuts that the page of keys does not tell (6.2)."""
    rows = [keys for keys, _ in (*IN_LISTS, *IN_MESSAGES, *IN_WINDOWS)] + [each.keys for each in COMMANDS if each.keys]
    told = (each.replace("←", "Left").replace("→", "Right") for keys in rows for each in keys.split(" · "))
    named = {QKeySequence(each).toString() for each in told} | {"Ctrl+Return", "Ctrl+="}
    yield from {
        f"{keys} is on no page" for found in _shortcuts(window) if (keys := found.partition(" in ")[0]) not in named
    }


def _letters(window: QWidget) -> Iterator[str]:
    """Alt+letters of labels and buttons: a name with an & must not make one."""
    for each in window.findChildren(QWidget):
        if each.window() is window and each.isVisibleTo(window):
            if isinstance(each, QAbstractButton) and not each.shortcut().isEmpty():
                yield each.shortcut().toString()
            elif (
                isinstance(each, QLabel)
                and each.buddy() is not None
                and not QKeySequence.mnemonic(each.text()).isEmpty()
            ):
                yield QKeySequence.mnemonic(each.text()).toString()


def _shortcuts(window: QWidget) -> Iterator[str]:
    """Keys of this window, whoever in it holds them; those of a part count once for that part."""
    inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
    for shortcut in window.findChildren(QShortcut):
        holder = shortcut.parent()
        if isinstance(holder, QWidget) and holder.window() is window and holder.isVisibleTo(window):
            yield shortcut.key().toString() + (f" in {id(holder)}" if shortcut.context() is inside else "")
    for action in window.findChildren(QAction):
        holder = action.parent()
        if isinstance(holder, QWidget) and not isinstance(holder, QMenu) and holder.window() is window:
            where = f" in {id(holder)}" if action.shortcutContext() is inside else ""
            yield from (keys.toString() + where for keys in action.shortcuts())
