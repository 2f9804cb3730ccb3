"""The head of a client's page: name, state, agreement, what is always asked first, and the two ways on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.facts.client_page import ClientPage
from app.facts.people import ClientState
from app.facts.terms import Agreement, WorkingMinutes
from app.papers.names import channel_name, knows_words
from app.words import N_, Words
from ui.channels import channel_icon
from ui.layout import Layout
from ui.pages.today.looks import clock_face
from ui.theme import theme
from ui.widgets.boxes import Column
from ui.widgets.button import Button, ButtonKind, IconButton
from ui.widgets.chip import Chip
from ui.widgets.chip_button import ChipButton
from ui.widgets.fact import Fact, Facts
from ui.widgets.flow import Flow
from ui.widgets.header import PageHeader
from ui.widgets.plain import tip

if TYPE_CHECKING:
    from ui.workbench import Workbench

STATES: Final = {
    ClientState.LEAD: (N_("Lead"), "neutral", "circle-dashed"),
    ClientState.ACTIVE: (N_("Active"), "accent", "circle-check"),
    ClientState.PAUSED: (N_("Paused"), "neutral", "circle-pause"),
    ClientState.CLOSED: (N_("Closed"), "neutral", "archive"),
}
KNOWS_SHORT: Final = {"none": N_("New to the trade"), "some": N_("Knows the basics"), "expert": N_("Expert")}
SILENCE: Final = {"late": "late", "today": "today", "soon": "soon"}


class ClientHeader(Column):
    """`asked` carries write, week or agreement."""

    asked = Signal(str)

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(gap=12, parent=parent)
        self._workbench = workbench
        words = workbench.words
        self.head = self.add(PageHeader(""))
        self.more = self.head.buttons.add(IconButton("ellipsis", words.text("More about this client")))
        self.week = self.head.buttons.add(Button(words.text("Week sheet"), icon="calendar-days", shortcut="Ctrl+5"))
        self.short_week = self.head.buttons.add(
            IconButton("calendar-days", words.text("Week sheet"), "plain", shortcut="Ctrl+5")
        )
        self.write = self.head.buttons.add(
            Button(words.text("Write"), ButtonKind.PRIMARY, icon="pencil-line", shortcut="Ctrl+M")
        )
        self.more.clicked.connect(self._more)
        self.week.clicked.connect(self._week)
        self.short_week.clicked.connect(self._week)
        self.short_week.hide()
        self.write.clicked.connect(self._write)
        self._below = self.add(Flow(gap=8, line_gap=6))
        self._shown: tuple[object, ...] = ()
        self._facts: Facts | None = None
        self._page: ClientPage | None = None
        self._needs, self._is_below = 0, False

    def show_page(self, page: ClientPage, layout: Layout) -> None:
        """Say what is known now; nothing is made anew while it is the same."""
        said = facts_of(self._workbench, page, layout)
        look = (
            page.client.name,
            page.client.state,
            page.client.knows,
            page.agreement.entry,
            layout,
            said,
            theme().scale,
        )
        if look == self._shown:
            return
        self._shown, self._page = look, page
        self.head.set_title(page.client.name)
        self.week.setVisible(layout is not Layout.SINGLE)
        self.short_week.setVisible(layout is Layout.SINGLE)
        self._place(self._chips(page))
        if self._facts is not None:
            self._facts.hide()
            self._facts.deleteLater()
        self._facts = self.add(Facts([_fact(each) for each in said]))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Chips that no longer fit beside the name go below it, and come back."""
        super().resizeEvent(event)
        if self._page is not None and (self._needs > self.width()) is not self._is_below:
            self._place(self._chips(self._page))

    def _chips(self, page: ClientPage) -> list[QWidget]:
        """State, what the client knows of the trade, agreement."""
        words = self._workbench.words
        text, kind, icon = STATES[page.client.state]
        found: list[QWidget] = [Chip(words.text_in("client", text), kind, icon=icon)]
        knows = knows_words(words, page.client.knows)
        if knows:
            found.append(Chip(words.text(KNOWS_SHORT[page.client.knows]), "neutral", tooltip=knows))
        agreement = ChipButton(agreement_words(words, page.agreement), icon="handshake")
        agreement.setToolTip(tip(words.text("Open the agreement")))
        agreement.clicked.connect(self._agreement)
        return [*found, agreement]

    def _place(self, chips: list[QWidget]) -> None:
        """Beside the name where the width allows, else in a line of their own: neither a name nor a date is cut."""
        beside = sum(chip.sizeHint().width() + theme().px(8) for chip in chips)
        name = self.head.title.sizeHint().width() + theme().px(28)
        self._needs = name + beside + self.head.buttons.sizeHint().width()
        self._is_below = self._needs > self.width()
        self.head.chips.clear()
        self._below.clear()
        self._below.setVisible(self._is_below)
        for chip in chips:
            (self._below if self._is_below else self.head.chips).add(chip)

    def _more(self) -> None:
        from ui.pages.client.more_menu import MoreMenu

        if self._page is not None:
            menu = MoreMenu(self._workbench, self._page.client, self)
            menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _week(self) -> None:
        self.asked.emit("week")

    def _write(self) -> None:
        self.asked.emit("write")

    def _agreement(self) -> None:
        self.asked.emit("agreement")


def agreement_words(words: Words, agreement: Agreement) -> str:
    """ "Agreement 3, since Thu 1 Oct"; without one that the default terms are used."""
    if not agreement.entry:
        return words.text("No agreement yet, default terms")
    if agreement.effective_from is None:
        return words.text("Agreement {version}", version=agreement.number)
    return words.text("Agreement {version}, {day:since-short}", version=agreement.number, day=agreement.effective_from)


FactWords = tuple[str, str, str, str, str, object]
"""Label, value, note, icon, colour, clock."""


def facts_of(workbench: Workbench, page: ClientPage, layout: Layout) -> tuple[FactWords, ...]:
    """The fact strip: contact, preferred channel, their time, my answer (at large text in the agreement), silence."""
    words, full = workbench.words, layout is Layout.FULL
    face = clock_face(words, page.clock, page.now, workbench.zone)
    if layout is Layout.SINGLE:
        face = replace(face, note="")
    answer = (words.text("I answer in"), answer_words(words, page), "", "", "text", None)
    return (
        _contact(words, page, full=full),
        *_channel(words, page, full=full),
        (words.text("Their time"), "", "", "", "text", face),
        *(() if layout is Layout.SINGLE else (answer,)),
        (words.text("Silence"), words.working_days(page.silent_days), "", "", SILENCE.get(page.silence, "text"), None),
    )


def _contact(words: Words, page: ClientPage, *, full: bool) -> FactWords:
    name = page.contact.name if page.contact else words.text("Nobody is named")
    note = words.since_date(page.contact_since, short=True) if page.contact_since and full else ""
    return (words.text("Contact"), name, note, "", "text" if page.contact else "today", None)


def _channel(words: Words, page: ClientPage, *, full: bool) -> list[FactWords]:
    if page.channel is None:
        return []
    kind = page.channel.channel
    address = page.channel.address if full else ""
    return [(words.text("Preferred channel"), channel_name(words, kind), address, channel_icon(kind), "text", None)]


def answer_words(words: Words, page: ClientPage) -> str:
    """My agreed answer: "2 working hours", "1 h 30 min of working time", or the end of the next working day."""
    term = page.agreement.terms.my_answer
    if not isinstance(term, WorkingMinutes):
        return words.text("by the end of the next working day")
    hours, rest = divmod(term.working_minutes, 60)
    if rest:
        return words.text("{time} of working time", time=words.duration(term.working_minutes))
    return words.plural("{n} working hour", "{n} working hours", hours)


def _fact(said: FactWords) -> Fact:
    label, value, note, icon, colour, clock = said
    return Fact(label, value, note, icon=icon, colour=colour, clock=clock)  # type: ignore[arg-type]
