"""The style sheet of what Qt draws itself (inputs, menus, scroll bars, tables), written from the tokens.

Fonts, letter spacing and figures are set on the QFont: a style sheet knows neither. A focused edge is 2 px with one
pixel less padding, so that nothing moves (6.13).
"""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING

from ui.tokens import tokens

if TYPE_CHECKING:
    from ui.theme import Theme

SHEET = Template("""
QLineEdit, QAbstractSpinBox, QComboBox, QPlainTextEdit, QTextEdit {
  background: $card; color: $text; border: 1px solid $field; border-radius: ${p6}px;
  selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit, QAbstractSpinBox, QComboBox { padding: 0 ${p10}px; min-height: ${inner}px; max-height: ${inner}px; }
QPlainTextEdit, QTextEdit { padding: ${p6}px ${p6}px; }
QLineEdit:focus, QAbstractSpinBox:focus, QComboBox:focus, QComboBox:on { border: 2px solid $accent; }
QLineEdit:focus, QAbstractSpinBox:focus, QComboBox:focus, QComboBox:on {
  padding: 0 ${p9}px; min-height: ${inner2}px; max-height: ${inner2}px;
}
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid $accent; padding: ${p5}px ${p5}px; }
QLineEdit[wrong="true"], QAbstractSpinBox[wrong="true"], QComboBox[wrong="true"], QPlainTextEdit[wrong="true"] {
  border-color: $late_bar;
}
QLineEdit[readOnly="true"], QAbstractSpinBox[readOnly="true"] { background: $sunken; }
QPlainTextEdit[readOnly="true"], QTextEdit[readOnly="true"] { background: $sunken; }
QLineEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled, QPlainTextEdit:disabled {
  background: $sunken; color: $text3;
}
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus {
  border: none; background: transparent; padding: 0;
}
QLineEdit[bare="true"], QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus {
  border: none; background: transparent; padding: 0;
}
QLineEdit[bare="true"]:focus { border: none; background: transparent; padding: 0; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 0; border: none; }
QComboBox::drop-down { width: ${p28}px; border: none; }
QComboBox::down-arrow { image: none; width: 0; height: 0; }
QComboBox QAbstractItemView {
  background: $card; color: $text; border: 1px solid $border2; outline: none; padding: ${p4}px;
  selection-background-color: $sel; selection-color: $text;
}
QComboBox QAbstractItemView::item { min-height: ${p28}px; padding: 0 ${p8}px; border-radius: ${p6}px; }
QComboBox QAbstractItemView::item:selected { background: $sel; color: $text; }
QMenu { background: $card; color: $text; border: 1px solid $border2; padding: ${p6}px; }
QMenu::item { padding: ${p6}px ${p16}px ${p6}px ${p10}px; border-radius: ${p6}px; min-height: ${p20}px; }
QMenu::item:selected { background: $sel; }
QMenu::item:disabled { color: $text3; }
QMenu::icon { padding-left: ${p8}px; }
QMenu::separator { height: 1px; background: $border; margin: ${p6}px ${p8}px; }
QMenuBar { background: $rail; color: $text; }
QMenuBar::item { padding: ${p6}px ${p10}px; background: transparent; }
QMenuBar::item:selected { background: $sel; }
QToolTip { background: $card; color: $text; border: 1px solid $border2; padding: ${p6}px ${p8}px; }
QScrollArea, QStackedWidget { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: ${p10}px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: ${p10}px; margin: 0; }
QScrollBar::handle { background: $border2; border-radius: ${p3}px; margin: ${p2}px; }
QScrollBar::handle:hover { background: $field; }
QScrollBar::handle:vertical { min-height: ${p32}px; }
QScrollBar::handle:horizontal { min-width: ${p32}px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QTableView, QTreeView, QListView {
  background: $card; color: $text; border: none; outline: none; gridline-color: transparent;
  selection-background-color: $sel; selection-color: $text;
}
QHeaderView { background: $card; border: none; }
QHeaderView::section {
  background: $card; color: $text2; border: none; border-bottom: 1px solid $border; padding: ${p6}px ${p8}px;
}
QSlider::groove:horizontal { height: ${p4}px; background: $field; border-radius: ${p2}px; }
QSlider::sub-page:horizontal { height: ${p4}px; background: $accent; border-radius: ${p2}px; }
QSlider::handle:horizontal {
  width: ${p14}px; height: ${p14}px; margin: -${p7}px 0; background: $card; border: 2px solid $accent;
  border-radius: ${p9}px;
}
QSlider::handle:horizontal:focus { background: $soft; border: 2px solid $accent_text; }
QProgressBar { background: $hover; border: none; border-radius: ${p3}px; min-height: ${p6}px; max-height: ${p6}px; }
QProgressBar::chunk { background: $accent; border-radius: ${p3}px; }
""")


def style_sheet(theme: Theme) -> str:
    """The sheet for the present theme and text scale; lengths are the design's, multiplied and rounded."""
    values = {name.replace("-", "_"): theme.colour(name).name() for name in tokens().colours}
    lengths = {f"p{length}": str(theme.px(length)) for length in range(2, 33)}
    control = theme.measure("control")
    return SHEET.substitute(values, inner=control - 2, inner2=control - 4, **lengths)
