"""Channels in the order of the ladder, and the binding clause in the user's own words (1.4)."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from app.facts.contradictions import Contradiction
from app.facts.terms import Terms
from ui.dialogs.agreement.channel_list import ChannelList
from ui.dialogs.agreement.groups.group import TermGroup
from ui.dialogs.agreement.term_line import Beside, TermLine
from ui.widgets.boxes import Column
from ui.widgets.inputs import TextInput


class _Channels(Column):
    """The list, and what is wrong with it."""

    def __init__(self, group: TermGroup, terms: Terms) -> None:
        super().__init__(gap=6)
        self.list = self.add(ChannelList(group.words, terms.agreed_channels))
        self._beside = self.add(Beside(group.words))

    def say(self, found: Sequence[Contradiction]) -> None:
        """Say what is wrong."""
        self._beside.say(found)

    def set_single(self, single: bool) -> None:
        """Purposes stand below the channels: the form is narrow."""
        self.list.set_single(True)


class ChannelsGroup(TermGroup):
    """Channels and the clause."""

    ICON = "send"

    def fill(self, terms: Terms) -> None:
        """The list, the tick, the text."""
        words = self.words
        listed = _Channels(self, terms)
        self.channels = listed.list
        self.channels.set_single(True)
        self.channels.changed.connect(self.changed)
        self.place("channels", listed)
        self.binding = self.tick("binding", words.text("Correspondence in these channels is binding"))
        self.binding.toggled.connect(self._follow)
        usual = words.text("Correspondence in these channels is binding and may be shown in court.")
        self.text = TextInput("", usual, 3)
        self.text.textChanged.connect(self.changed)
        self._clause = TermLine(
            words,
            words.text("Words of the clause"),
            self.text,
            wide=True,
            hint=words.text("Empty: the usual sentence. Check the clause with a lawyer."),
        )
        self.place("binding_text", self._clause)

    def show_terms(self, terms: Terms) -> None:
        """Show other terms without saying so."""
        self.channels.set_channels(terms.agreed_channels)
        self.binding.show_checked(terms.binding == "yes")
        self.text.blockSignals(True)
        self.text.setPlainText(terms.binding_text)
        self.text.blockSignals(False)
        self._follow()

    def read(self, terms: Terms) -> Terms:
        """The terms with this group."""
        return replace(
            terms,
            channels=self.channels.channels or "none",
            binding="yes" if self.binding.isChecked() else "no",
            binding_text=self.text.toPlainText().strip(),
        )

    def _follow(self) -> None:
        self._clause.setVisible(self.binding.isChecked())
