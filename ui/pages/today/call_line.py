"""One call of today: time and length, client, channel, the agreed topics by number; amber where something lacks."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.facts.today import CallToday
from app.facts.visible import visible
from app.papers.names import channel_name
from app.words import N_, Words
from ui.channels import channel_icon
from ui.pages.today.pressed import Pressed
from ui.widgets.boxes import Column, Row
from ui.widgets.button import Button, ButtonKind
from ui.widgets.picture import Picture
from ui.widgets.text import Text

TOP = Qt.AlignmentFlag.AlignTop
TIME_WIDE = 52
LACKS = {"topic": N_("No topic agreed"), "time": N_("No time agreed"), "channel": N_("No channel agreed")}


class CallLine(Pressed):
    """`opened` on a press; `agree` when what lacks is to be agreed."""

    agree = Signal(int, int)

    def __init__(self, words: Words, each: CallToday, parent: QWidget | None = None) -> None:
        call, name = each.call, visible(each.client.name)
        time = call.planned_local[11:16] if call.planned_local else words.text("today")
        minutes = words.duration(call.minutes) if call.minutes else ""
        topics = [visible(topic.title) for topic in call.planned_topics]
        channel = channel_name(words, call.channel) if call.channel else ""
        spoken = ", ".join(part for part in (time, minutes, name, channel, *topics) if part)
        super().__init__(each.client.number, call.number, spoken, parent=parent)
        line = self.add(Row(gap=8))
        when = line.add(Column(gap=2), align=TOP)
        when.add(Text(time, "body", weight=600, tabular=True))
        if minutes:
            when.add(Text(minutes, "caption", colour="text2"))
        when.setMinimumWidth(TIME_WIDE)

        what = line.add(Column(gap=1), 1)
        head = what.add(Row(gap=8))
        head.add(Text(name, "small", weight=600, elide=True), 1)
        if call.channel:
            head.add(Picture(channel_icon(call.channel), "text2", name=channel))
        for number, topic in enumerate(topics, 1):
            row = what.add(Row(gap=8))
            row.add(Text(str(number), "small", colour="text2", tabular=True), align=TOP)
            row.add(Text(topic, "small", colour="text2", wrap=True), 1)
        for lack in each.lacking:
            self._lack(words, what, lack)

    def _lack(self, words: Words, what: Column, lack: str) -> None:
        row = what.add(Row(gap=8))
        row.add(Text(words.text(LACKS[lack]), "small", colour="today", wrap=True), 1)
        button = row.add(Button(words.text("Agree"), ButtonKind.LINK))
        button.clicked.connect(self._agree)

    def _agree(self) -> None:
        self.agree.emit(self._client, self._item)
