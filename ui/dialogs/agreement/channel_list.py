"""The agreed channels in the order of the ladder (1.4): add, change, move, take out; exactly one is preferred."""

from __future__ import annotations

from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QWidget

from app.facts.terms import AgreedChannel
from app.words import Words
from ui.dialogs.agreement.channel_form import ChannelForm
from ui.dialogs.agreement.channel_row import ChannelRow, purposes_wide
from ui.widgets.boxes import Column
from ui.widgets.button import Button
from ui.widgets.text import Text

Channels = tuple[AgreedChannel, ...]


def with_one_preferred(channels: Channels, wanted: int = -1) -> Channels:
    """Exactly one channel for letters is the preferred one: the wanted one, else the one it was, else the first."""
    letters = [at for at, each in enumerate(channels) if "correspondence" in each.purposes]
    was = [at for at in letters if channels[at].preferred]
    chosen = wanted if wanted in letters else next(iter(was + letters), -1)
    return tuple(replace(each, preferred=at == chosen) for at, each in enumerate(channels))


class ChannelList(Column):
    """`changed` after each change; the focus stays with the row that was moved."""

    changed = Signal()

    def __init__(self, words: Words, channels: Channels, parent: QWidget | None = None) -> None:
        super().__init__(gap=8, parent=parent)
        self._words, self.channels, self._single = words, channels, False
        label = words.text("Agreed channels, in the order you go when they are silent")
        self.add(Text(label, "small", weight=500, colour="text2", wrap=True))
        self._rows = self.add(Column(gap=6))
        self.rows: list[ChannelRow] = []
        self.more = self.add(Button(words.text("Add a channel"), icon="plus", small=True))
        self.more.clicked.connect(self.ask_new)
        self.set_channels(channels)

    def set_channels(self, channels: Channels) -> None:
        """Show other channels without saying so."""
        self.channels = with_one_preferred(channels)
        self._rows.clear()
        wide = purposes_wide(self._words, self.channels)
        self.rows = [self._row(at, each, wide) for at, each in enumerate(self.channels)]
        self._rows.setVisible(bool(self.rows))

    def set_single(self, single: bool) -> None:
        """Put purposes below where there is no room beside."""
        if single != self._single:
            self._single = single
            self.set_channels(self.channels)

    def ask_new(self) -> None:
        """Have another channel described."""
        dialog = ChannelForm(self._words, None, self.window())
        dialog.given.connect(self._append)
        dialog.open()

    def shift(self, at: int, by: int) -> None:
        """Give a channel another place in the ladder."""
        to = at + by
        if not 0 <= to < len(self.channels):
            return
        order = list(self.channels)
        order.insert(to, order.pop(at))
        self._take(tuple(order), to)

    def remove(self, at: int) -> None:
        """Take a channel out."""
        left = self.channels[:at] + self.channels[at + 1 :]
        self._take(left, min(at, len(left) - 1))
        if not left:
            self.more.setFocus()

    def _row(self, at: int, channel: AgreedChannel, wide: int) -> ChannelRow:
        row = self._rows.add(ChannelRow(self._words, at + 1, channel, single=self._single, wide=wide))
        row.opened.connect(partial(self._ask, at))
        row.moved.connect(partial(self.shift, at))
        row.dragged.connect(partial(self._drop, at))
        row.removed.connect(partial(self.remove, at))
        row.preferred.connect(partial(self._prefer, at))
        return row

    def _ask(self, at: int) -> None:
        dialog = ChannelForm(self._words, self.channels[at], self.window())
        dialog.given.connect(partial(self._replace, at))
        dialog.open()

    def _append(self, channel: AgreedChannel) -> None:
        at = len(self.channels)
        chosen = at if channel.preferred else -1
        self._take(with_one_preferred((*self.channels, channel), chosen), at)

    def _replace(self, at: int, channel: AgreedChannel) -> None:
        changed = (*self.channels[:at], channel, *self.channels[at + 1 :])
        self._take(with_one_preferred(changed, at if channel.preferred else -1), at)

    def _prefer(self, at: int) -> None:
        self._take(with_one_preferred(self.channels, at), at)

    def _drop(self, at: int, place: QPoint) -> None:
        above = sum(row.geometry().center().y() < place.y() for row in self.rows if row is not self.rows[at])
        self.shift(at, above - at)

    def _take(self, channels: Channels, focus: int) -> None:
        self.set_channels(channels)
        if 0 <= focus < len(self.rows):
            self.rows[focus].setFocus()
        self.changed.emit()
