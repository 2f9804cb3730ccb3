"""The Plan tab: stages in their order, goals and their readings, risks, words, objections, money, what they said."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QWidget

from app.facts.client_page import ClientPage, OpenItem
from app.facts.plan_page import PlanPage
from app.words import N_
from ui.layout import Layout
from ui.pages.client.plan_row import NewButton, PlanRow
from ui.pages.client.plan_words import goal_item, money_item, objection_item, risk_item, said_item, word_item
from ui.pages.client.row_words import Reader
from ui.pages.client.side_words import item_of
from ui.pages.client.stage_words import spoken_history, stage_history, stage_item
from ui.pages.client.term_rows import open_term
from ui.widgets.badge import Badge
from ui.widgets.boxes import Column, Row, Scroll
from ui.widgets.button import ButtonKind
from ui.widgets.card import Card
from ui.widgets.empty import EmptyState
from ui.widgets.item import Item
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.workbench import Workbench

PARTS: Final = {
    "stage": (N_("Stages"), N_("No stage is planned yet."), N_("Plan a stage")),
    "goal": (N_("Goals"), N_("No goal is set yet."), N_("Set a goal")),
    "risk": (N_("Risks"), N_("No risk was noticed yet."), N_("Note a risk")),
    "understanding": (N_("Words both sides use"), N_("No word was talked over yet."), N_("Note a word")),
    "objection": (N_("Objections"), N_("Nothing was objected to."), N_("Note an objection")),
    "payment": (N_("Payments"), N_("No payment was noted yet."), N_("Note a payment")),
    "feedback": (N_("Feedback and planning"), N_("No feedback was given yet."), N_("Note feedback")),
}
"""Each part: its title, what it says while it is empty, and its button; the key is that of the form."""

LEFT: Final = ("stage", "goal")


class PlanTab(QStackedWidget):
    """Reads the plan beside the window; `entry_wanted` asks for an entry of the journal."""

    entry_wanted = Signal(int)

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench, self._client = workbench, 0
        self._shown: PlanPage | None = None
        self._ending: tuple[OpenItem, ...] = ()
        self._said: object = None
        self.rows: dict[str, PlanRow] = {}
        self.body = Row(gap=14, margins=(0, 0, 0, 12))
        self.left = self.body.add(Column(gap=10), 3)
        self.right = self.body.add(Column(gap=10), 2)
        self.addWidget(Scroll(self.body))
        words = workbench.words
        self.empty = EmptyState(
            words.text("No plan with this client yet"),
            words.text("Stages with their days, goals with their readings, risks and words agreed on stand here."),
        )
        for key, kind in (("stage", ButtonKind.TINTED), ("goal", ButtonKind.PLAIN)):
            new = NewButton(key, words.text(PARTS[key][2]), kind)
            self.empty.add_button(new)
            new.wanted.connect(self._new)
        self.addWidget(Scroll(self.empty))

    def set_layout(self, layout: Layout) -> None:
        """Two columns where there is room, else one."""
        full = layout is Layout.FULL
        way = QBoxLayout.Direction.LeftToRight if full else QBoxLayout.Direction.TopToBottom
        self.body.lines.setDirection(way)

    def show_page(self, page: ClientPage) -> None:
        """Read the client's plan anew."""
        client, plan = page.client.number, self._workbench.journal.plan
        if client != self._client:
            self._shown = None
        self._client = client
        self._ending = tuple(each for each in page.mine if each.noun == "term")

        def question() -> PlanPage:
            return plan.page(client)

        self._workbench.ask(question, partial(self._show, client))

    def _show(self, client: int, page: PlanPage) -> None:
        ending = self._ending
        if client != self._client or (self._shown is not None and _same(self._shown, page) and ending == self._said):
            return
        self._shown, self._said = page, ending
        nothing = page.is_empty and not ending
        self.setCurrentIndex(1 if nothing else 0)
        held = next((key for key, row in self.rows.items() if row.line.hasFocus()), "")
        self.left.clear()
        self.right.clear()
        self.rows = {}
        if nothing:
            return
        if ending:
            self._term(Reader(self._workbench.words, self._workbench.zone), page)
        for key, rows in _rows_of(page, Reader(self._workbench.words, self._workbench.zone)).items():
            self._part(self.left if key in LEFT else self.right, key, rows)
        self.left.add_space()
        self.right.add_space()
        if held in self.rows:
            self.rows[held].line.setFocus()

    def _part(self, column: Column, key: str, rows: Sequence[PlanRow]) -> None:
        words = self._workbench.words
        title, empty, button = (words.text(text) for text in PARTS[key])
        card = column.add(Card(gap=4, fill=True, name=title))
        head = card.add(Row(gap=8))
        head.add(Text(title, "small", weight=600))
        head.add(Badge(len(rows)))
        head.add_space()
        head.add(NewButton(key, button, small=True)).wanted.connect(self._new)
        if not rows:
            card.add(Text(empty, "caption", colour="text2", wrap=True))
        for row in rows:
            card.add(row)
            row.line.opened.connect(self._open if key not in ("payment", "feedback") else self._to_entry)
            row.line.stepped.connect(self._step)
            self.rows[row.line.key] = row

    def _term(self, reader: Reader, page: PlanPage) -> None:
        """What is left to do before the contract ends (F25)."""
        title = reader.words.text("The contract ends")
        card = self.left.add(Card(gap=4, fill=True, name=title))
        card.add(Text(title, "small", weight=600))
        for each in self._ending:
            row = card.add(PlanRow(item_of(reader, each, page.now)))
            row.line.opened.connect(self._do_part)
            row.line.stepped.connect(self._step)
            self.rows[row.line.key] = row

    def _do_part(self, key: str) -> None:
        open_term(self._workbench, self._client, self._ending, key)

    def _new(self, key: str) -> None:
        self._workbench.open(key, self._client)

    def _step(self, key: str, by: int) -> None:
        """Up and down go from row to row, through all the parts."""
        keys = list(self.rows)
        at = keys.index(key) + by
        if 0 <= at < len(keys):
            self.rows[keys[at]].line.setFocus()

    def _open(self, key: str) -> None:
        self._workbench.open("item", self._client, item=int(key))

    def _to_entry(self, key: str) -> None:
        self.entry_wanted.emit(int(key))


def _same(before: PlanPage, after: PlanPage) -> bool:
    """The clock alone changes nothing until the day does, or a pause ends."""
    return all(
        getattr(before, name) == getattr(after, name)
        for name in ("today", "stages", "goals", "risks", "words", "objections", "money", "said")
    ) and _paused(before) == _paused(after)


def _paused(page: PlanPage) -> list[bool]:
    return [bool(each.pause_until and each.pause_until > page.now) for each in page.objections]


def _rows_of(page: PlanPage, reader: Reader) -> dict[str, list[PlanRow]]:
    stages = []
    for line in page.stages:
        steps = stage_history(reader, line)
        stages.append(PlanRow(stage_item(reader, line), steps, spoken_history(reader, steps)))
    return {
        "stage": stages,
        "goal": _plain(goal_item, page.goals, reader),
        "risk": _plain(risk_item, page.risks, reader),
        "understanding": _plain(word_item, page.words, reader),
        "objection": [PlanRow(objection_item(reader, each, page.now)) for each in page.objections],
        "payment": _plain(money_item, page.money, reader),
        "feedback": _plain(said_item, page.said, reader),
    }


def _plain(words: Callable[..., Item], lines: Sequence[object], reader: Reader) -> list[PlanRow]:
    return [PlanRow(words(reader, line)) for line in lines]
