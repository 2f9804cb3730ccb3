"""The upper line of quick add: which kind, whose act, through what; folded into one menu button where room is short."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.words import Words
from ui.pages.client.both_button import BothButton
from ui.pages.client.channel_button import ChannelButton
from ui.pages.client.quick_kinds import DIRECTIONS, KINDS, MINE, direction_segments, kind_segments
from ui.theme import theme
from ui.widgets.boxes import Row
from ui.widgets.choice import Choice
from ui.widgets.segmented import Segmented
from ui.widgets.text import Text

GAP = 9


class QuickSwitches(Row):
    """`changed` after every switch. `both` stands beside the field and is shown while this line is folded."""

    changed = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(gap=GAP, parent=parent)
        self._words, self._narrow, self._bare = words, False, False
        self.label = self.add(Text(words.text_in("button", "Log"), "small", weight=500, colour="text2"))
        self.kinds = self.add(Segmented(kind_segments(words), "message", name=words.text("Kind of entry")))
        self.add_space()
        self.direction = self.add(Segmented(direction_segments(words, "message"), "in", name=words.text("Direction")))
        self.channel = self.add(ChannelButton(words.text("Channel")))
        self.both = BothButton(self.direction, self.channel, words.text("Direction and channel"))
        self.kinds.changed.connect(self._show)
        self.direction.changed.connect(self._tell)
        self.both.changed.connect(self._tell)
        self._show()

    @property
    def kind(self) -> str:
        """The kind of the entry."""
        return self.kinds.key

    @property
    def is_mine(self) -> bool:
        """Whether the entry is an act of mine."""
        return self.direction.key == "out" if self.kind in DIRECTIONS else self.kind in MINE

    @property
    def state(self) -> tuple[str, str, str]:
        """Kind, direction and channel as they stand."""
        return self.kind, self.direction.key, self.channel.key

    def restore(self, state: tuple[str, str, str]) -> None:
        """Set them as they stood before."""
        kind, direction, channel = state
        self.kinds.choose(kind)
        self._show()
        self.direction.choose(direction)
        self.channel.choose(channel)
        self._tell()

    def choose(self, at: int) -> None:
        """Choose a kind by its place (Alt+1…5)."""
        self.kinds.choose(KINDS[at][0])
        self._show()

    def offer(self, channels: Sequence[Choice]) -> None:
        """The channels, the preferred one first."""
        self.channel.offer(channels)
        self._show()

    def least(self) -> int:
        """The width that is needed when folded."""
        return self.kinds.sizeHint().width()

    def fold(self, width: int) -> bool:
        """Fold or unfold for a width in logical pixels; gives whether it is folded. The label is the first to go."""
        wanted = (self.kinds, self.direction, self.channel)
        needs = sum(each.sizeHint().width() for each in wanted) + theme().px(len(wanted) * GAP)
        narrow, bare = needs > width, needs + self.label.sizeHint().width() + theme().px(GAP) > width
        if (narrow, bare) != (self._narrow, self._bare):
            self._narrow, self._bare = narrow, bare
            self._show()
        return narrow

    def _show(self) -> None:
        two_ways, has_channel = self.kind in DIRECTIONS, self.kind != "note"
        self.label.setVisible(not self._bare)
        self.direction.setVisible(two_ways and not self._narrow)
        self.channel.setVisible(has_channel and not self._narrow)
        self.both.setVisible(has_channel and self._narrow)
        segments = direction_segments(self._words, self.kind)
        if two_ways:
            self.direction.set_segments(segments)
        self.both.offer(tuple(segments) if two_ways else ())
        self._tell()

    def _tell(self) -> None:
        self.changed.emit()
