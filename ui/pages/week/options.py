"""What the sheet is to be: whose, which edition, which language, which sections (6.8)."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from app.facts.month import PaperSort
from app.facts.sheets import ALL_CLIENTS, SheetAsked, SheetShown
from app.facts.visible import visible
from app.facts.week import ALL_SECTIONS, Edition, SheetSection
from app.words import Words
from ui.language_names import LANGUAGES
from ui.pages.week.looks import OFFERING, SECTIONS, language_name
from ui.widgets.boxes import Column, Row
from ui.widgets.card import Card
from ui.widgets.choice import Choice
from ui.widgets.field import Field, choice_field, text_field
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.text import Text
from ui.widgets.tick import CheckBox


class OptionsCard(Card):
    """`asked` carries the sheet that the owner wants now."""

    asked = Signal(object)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(gap=10, padding=(15, 12, 15, 12), fill=True, name=words.text("Sheet"), parent=parent)
        self._words = words
        self._wanted: SheetAsked | None = None
        self.client = self.add(choice_field(words.text("Sheet for"), []))
        self.client.editor.chosen.connect(self._take_client)
        self.edition = self.add(Field(words.text("Edition"), Segmented(self._editions(), name="", stretch=True)))
        self.edition.editor.changed.connect(self._take_edition)
        self.language = self.add(choice_field(words.text("Language"), [], icon="languages"))
        self.language.editor.chosen.connect(self._take_language)
        self.offers = self.add(text_field(words.text("What could be done next"), hint=words.text("on the paper")))
        self.offers.label.setWordWrap(True)  # in Russian label and hint are wider than the narrow column
        self.offers.editor.installEventFilter(self)
        head = self.add(Row(gap=8))
        head.add(Text(words.text("On the sheet"), "small", weight=500, colour="text2"))
        head.add_space()
        self.pages = head.add(Text("", "caption", colour="text2"))
        listed = self.listed = self.add(Column(gap=0))
        self._lines = {section: listed.add(_SectionLine(words.text(SECTIONS[section]))) for section in ALL_SECTIONS}
        for line in self._lines.values():
            line.box.toggled.connect(self._take_sections)

    @property
    def boxes(self) -> dict[SheetSection, CheckBox]:
        """The boxes by section."""
        return {section: line.box for section, line in self._lines.items()}

    def show_sheet(self, shown: SheetShown) -> None:
        """Show what there is to choose from and what is chosen."""
        asked, words = shown.asked, self._words
        self._wanted = asked
        clients = [Choice(str(each.number), visible(each.name), "briefcase") for each in shown.clients]
        everybody = Choice(str(ALL_CLIENTS), words.text("All clients, for me"), "users")
        self.client.editor.set_choices([*clients, everybody], str(asked.client))
        mine = asked.client == ALL_CLIENTS
        self.offers.setVisible(asked.sort in OFFERING)
        self.listed.setVisible(asked.sort is PaperSort.WEEKLY)
        self.edition.setVisible(not mine)
        self.edition.editor.choose(asked.edition)
        own = shown.agreed_language
        languages = [own, *(each for each in LANGUAGES if each != own)]
        named = [Choice(each, language_name(words, each, agreed=each == own and not mine)) for each in languages]
        self.language.editor.set_choices(named, shown.language)
        counts = dict(shown.counts)
        for section, line in self._lines.items():
            line.setVisible(section in counts)
            count = counts.get(section, 0)
            line.show_count(words.number(count), asked=section in asked.sections, prints=count > 0 or shown.empty)

    def show_pages(self, count: int) -> None:
        """Say whether one page is enough."""
        one = self._words.text("fits one page")
        self.pages.setText(one if count == 1 else self._words.plural("{n} page", "{n} pages", count))

    def _editions(self) -> list[Segment]:
        return [
            Segment(Edition.CLIENT, self._words.text("Client's")),
            Segment(Edition.MINE, self._words.text_in("edition", "Mine")),
        ]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What could be done next is printed when its field is left."""
        if event.type() == QEvent.Type.FocusOut and self._wanted is not None:
            offers = self.offers.editor.toPlainText().strip()
            if offers != self._wanted.offers:
                self._ask(offers=offers)
        return False

    def take_sort(self, key: str) -> None:
        """Another kind of paper."""
        self._ask(sort=PaperSort(key), month="")

    def _take_client(self, key: str) -> None:
        changed: dict[str, Any] = {"client": int(key), "language": "", "month": "", "offers": ""}
        self.offers.editor.setPlainText("")
        if int(key) == ALL_CLIENTS:
            changed["sort"] = PaperSort.WEEKLY
        self._ask(**changed)

    def _take_edition(self, key: str) -> None:
        self._ask(edition=Edition(key), language="")

    def _take_language(self, key: str) -> None:
        self._ask(language=key)

    def _take_sections(self) -> None:
        self._ask(sections=tuple(section for section, line in self._lines.items() if line.wanted))

    def _ask(self, **changes: Any) -> None:
        if self._wanted is not None:
            self._wanted = replace(self._wanted, **changes)
            self.asked.emit(self._wanted)


class _SectionLine(Row):
    """A box with the section's name and its count at the right."""

    def __init__(self, name: str) -> None:
        super().__init__(gap=8)
        self.box = self.add(CheckBox(name))
        self.add_space()
        self._count = self.add(Text("", "small", colour="text2", tabular=True))
        self._asked = True

    @property
    def wanted(self) -> bool:
        """Whether the section is asked for; one that has no rows now keeps what was asked before."""
        return self.box.isChecked() if self.box.isEnabled() else self._asked

    def show_count(self, said: str, *, asked: bool, prints: bool) -> None:
        """A section without rows is off: it would not be printed."""
        self._asked = asked
        with QSignalBlocker(self.box):
            self.box.setChecked(asked and prints)
        self.box.setEnabled(prints)
        self._count.setText(said)
        self._count.set_colour("text2" if prints else "text3")
