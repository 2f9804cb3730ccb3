"""Every component at once: nothing is clipped, every target is large enough, everything has a name and an icon."""

from __future__ import annotations

import ast
from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from ui.gallery import Gallery, plain_page
from ui.gallery_painted import painted_page
from ui.pictures import WINDOWS
from ui.shots import Shot, take
from ui.theme import Theme
from ui.tokens import RESOURCES
from ui.widgets.boxes import Column

Show = Callable[..., QWidget]
PAGES: list[Callable[[bool], Column]] = [lambda narrow: plain_page(short=narrow), lambda narrow: painted_page()]
LOOKS = list(product(PAGES, ("light", "dark"), (100, 200)))


@pytest.mark.parametrize(("page", "mode", "percent"), LOOKS)
def test_nothing_is_clipped_in_either_theme_or_at_double_text(
    page: Callable[[bool], Column], mode: str, percent: int, show: Show, dressed: Theme
) -> None:
    dressed.wear(mode=mode, percent=percent)
    gallery = show(Gallery(page(percent == 200), narrow=percent == 200), 1360, 860)
    view = gallery.page.parentWidget()
    assert gallery.page.width() <= view.width(), "the page scrolls sideways"
    for part in gallery.findChildren(QWidget):
        if part.isVisible() and isinstance(part, QAbstractButton | QLabel):
            least = part.minimumSizeHint()
            assert part.width() >= least.width(), part
            assert part.height() >= min(least.height(), part.sizeHint().height()), part


@pytest.mark.parametrize("page", PAGES)
def test_every_target_is_at_least_24_by_24_and_has_a_name(
    page: Callable[[bool], Column], show: Show, spoken: Callable[[QWidget], str]
) -> None:
    gallery = show(Gallery(page(False)), 1360, 860)
    reached = [part for part in gallery.findChildren(QWidget) if part.focusPolicy() & Qt.FocusPolicy.TabFocus]
    controls = [part for part in reached if part.isVisible() and part.metaObject().className() != "QLineEdit"]
    assert len(controls) > 10
    for part in controls:
        assert min(part.width(), part.height()) >= 24, part
        assert spoken(part), part


def test_a_picture_of_every_window_can_be_taken(tmp_path: Path, dressed: Theme) -> None:
    shot = Shot("light", "en", 1360, 860, 100)
    for name, factory in WINDOWS:
        assert take(name, factory, shot, tmp_path).stat().st_size > 10_000


def test_every_icon_that_the_code_names_is_there() -> None:
    names = {name for path in Path("ui").rglob("*.py") for name in _icons(path)}
    assert {"chevron-down", "search"} <= names
    assert sorted(name for name in names if not (RESOURCES / "icons" / f"{name}.svg").is_file()) == []


def _icons(path: Path) -> set[str]:
    """Literals that stand where an icon is meant: `icon=…`, Picture(…), draw_icon(painter, …)."""
    found: set[str] = set()
    for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(call, ast.Call):
            continue
        name = call.func.id if isinstance(call.func, ast.Name) else ""
        wanted = [word.value for word in call.keywords if word.arg == "icon"]
        wanted += {"Picture": call.args[:1], "IconButton": call.args[:1], "draw_icon": call.args[1:2]}.get(name, [])
        found |= {node.value for node in wanted if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    return found - {""}
