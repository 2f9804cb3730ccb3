"""Plan a call, or agree what a planned one still lacks: day and hour, length, channel, topics (D13)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from app.facts.people import ClientState
from app.facts.terms import CallTerms
from app.facts.visible import visible
from app.facts.wall_time import wall_instant
from app.facts.work import Call
from app.papers.final_call import final_topics
from app.papers.names import CHANNELS, channel_name
from app.words import words_for
from ui.channels import channel_icon
from ui.dialogs.call.purpose import PurposeField
from ui.dialogs.kept_form import KeptForm
from ui.dialogs.plan_series import PlanSeries, there
from ui.widgets.boxes import Row
from ui.widgets.choice import Choice
from ui.widgets.field import choice_field, date_field, text_field, time_field
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.workbench import Workbench

LENGTHS: Final = (10, 15, 20, 30, 45, 60, 90)
USUAL_MINUTES: Final = 30
USUAL_HOUR: Final = time(10, 0)


class PlanCall(KeptForm):
    """The hour is the owner's; below it stands what it is in the client's place."""

    def __init__(self, workbench: Workbench, client: int = 0, *, parent: QWidget | None = None, call: int = 0,
                 purpose: str = "") -> None:  # fmt: skip
        words, journal = workbench.words, workbench.journal
        title = words.text("Agree on the call") if call else words.text("Plan a call")
        super().__init__(workbench, title, parent, width=560)
        self.plan: Call | None = journal.calls.get(call) if call else None
        known = [each for each in journal.clients.all() if each.state is not ClientState.CLOSED]
        self.client = self.plan.client if self.plan else client or (known[0].number if known else 0)
        names = [Choice(str(each.number), visible(each.name)) for each in known]
        self.whom = self.body.add(choice_field(words.text("Client"), names, str(self.client), icon="briefcase"))
        self.whom.setEnabled(self.plan is None)
        self._when()
        self._how()
        self.purpose = self.body.add(PurposeField(words, self.plan.purpose if self.plan else purpose))
        self.series = self.body.add(PlanSeries(words, workbench.zone))
        self.series.changed.connect(self._show_series)
        self.series.setVisible(self.plan is None)
        topics = "\n".join(topic.title for topic in self.plan.planned_topics) if self.plan else ""
        self.topics = self.body.add(
            text_field(words.text("Topics"), topics, lines=3, hint=words.text("one line for each topic"))
        )
        self.body.add_space()
        self._title, self._settled = title, QTimer(self, singleShot=True, interval=0)
        self._settled.timeout.connect(self.fit)
        self.saving = self.add_foot(title, cancel=words.text("Cancel"))
        self.purpose.changed.connect(self._purpose_chosen)
        self.channel.editor.chosen.connect(self._remark)
        self.whom.editor.chosen.connect(self._client_chosen)
        self.day.editor.changed.connect(self._tell_theirs)
        self.hour.editor.changed.connect(self._tell_theirs)
        self._client_chosen(str(self.client))
        self.keep(f"plan_call/{client}/{call}", {"day": self.day, "hour": self.hour, "topics": self.topics})
        self.fit()
        self.topics.editor.setFocus()

    def save(self) -> None:
        """Write call.planned, or call.moved for a call that was planned."""
        words, count = self.workbench.words, len(self.series.dates) if self.series.is_wanted else 1
        said = words.plural("{n} call is planned.", "{n} calls are planned.", count)
        if self.workbench.do(self._verb(), said=said, at=self):
            self.accept()

    def refuse(self, sentence: str) -> None:
        """Say why nothing was written; the fields stay."""
        self.topics.set_error(sentence)

    def _when(self) -> None:
        words, zone = self.workbench.words, self.workbench.zone
        at = self.plan.planned_at.astimezone(zone) if self.plan and self.plan.planned_at else None
        day = at.date() if at else (self.plan and self.plan.planned_day) or self._next_working_day()
        row = self.body.add(Row(gap=12))
        self.day = row.add(date_field(words.text("Day"), day, language=self.workbench.language), 3)
        self.hour = row.add(
            time_field(words.text("Time"), at.time() if at else USUAL_HOUR, hint=words.text("your time")), 2
        )
        self.theirs = self.body.add(Text("", "caption", colour="text2", wrap=True))

    def _next_working_day(self) -> date:
        opening = self.workbench.journal.desk.next_opening()
        return opening.astimezone(self.workbench.zone).date() if opening else self.workbench.today

    def _how(self) -> None:
        words = self.workbench.words
        row = self.body.add(Row(gap=12))
        minutes = self.plan.minutes if self.plan else 0
        lengths = sorted({*LENGTHS, minutes} - {0})
        self.length = row.add(
            choice_field(words.text("Length"), [Choice(str(each), words.duration(each)) for each in lengths],
                         str(minutes or USUAL_MINUTES)), 1
        )  # fmt: skip
        choices = [Choice(kind, channel_name(words, kind), channel_icon(kind)) for kind in CHANNELS]
        self.channel = row.add(choice_field(words.text("Channel"), choices, self.plan.channel if self.plan else ""), 1)

    def _purpose_chosen(self) -> None:
        """A final call is about three things; they are proposed where nothing else was written."""
        if self.purpose.key == "final" and not self._titles():
            client = self.workbench.journal.clients.get(self.client)
            words = words_for(client.language or self.workbench.language)
            self.topics.editor.setPlainText("\n".join(final_topics(words)))
        self._remark()

    def _remark(self) -> None:
        """What the agreement says against it; it is planned all the same (D3)."""
        channel = self.channel.editor.key
        said = self.workbench.journal.calls.remarks(self.client, channel, self.purpose.key)
        self.purpose.show_remarks(said, channel)
        self._settled.start()

    def _show_series(self) -> None:
        """The dates that would be planned, from the day and hour in the fields on."""
        if not self.series.is_wanted:
            self.series.show_dates(())
        else:
            zone = self.workbench.journal.clients.get(self.client).zone or self.workbench.zone.key
            day, hour = there(self._local(), self.workbench.zone.key, zone)
            count = int(self.series.count.key)
            self.series.show_dates(self.workbench.journal.series.propose(self.client, count, hour=hour, first=day))
        words, count = self.workbench.words, len(self.series.dates)
        self.saving.set_text(words.plural("Plan {n} call", "Plan {n} calls", count) if count else self._title)
        self._settled.start()

    def _titles(self) -> list[str]:
        return [line.strip() for line in self.topics.editor.toPlainText().splitlines() if line.strip()]

    def _client_chosen(self, key: str) -> None:
        self.client = int(key or 0)
        terms = self.workbench.journal.agreements.in_force(self.client).terms
        if self.plan is None and isinstance(terms.calls, CallTerms):
            self.length.editor.choose(str(terms.calls.minutes))
        if self.plan is None or not self.plan.channel:
            spoken = next((each.channel for each in terms.agreed_channels if "calls" in each.purposes), "phone")
            self.channel.editor.choose(spoken)
        if self.plan is None:
            self.series.offer(terms.calls.every_days if isinstance(terms.calls, CallTerms) else 0)
        self._remark()
        self._tell_theirs()

    def _tell_theirs(self) -> None:
        """The same hour where the client is, when it is another."""
        words, zone = self.workbench.words, self.workbench.journal.clients.get(self.client).zone
        at = wall_instant(self.workbench.zone.key, self._local())
        local = at.astimezone(ZoneInfo(zone)) if zone else None
        other = local is not None and local.replace(tzinfo=None) != datetime.fromisoformat(self._local())
        self.theirs.setVisible(other)
        if other and local is not None:
            self.theirs.setText(words.text("{time} there, {day:on}", time=local.strftime("%H:%M"), day=local.date()))
        if self.series.is_wanted:
            self._show_series()

    def _local(self) -> str:
        return f"{self.day.editor.day.isoformat()}T{self.hour.editor.at.strftime('%H:%M')}"

    def _verb(self) -> Callable[[], object]:
        if self.series.is_wanted:
            return self._planning_series()
        calls, plan, client, local = self.workbench.journal.calls, self.plan, self.client, self._local()
        zone, minutes, channel = self.workbench.zone.key, int(self.length.editor.key), self.channel.editor.key
        topics, purpose = self._titles(), self.purpose.key

        def verb() -> int:
            if plan is not None:
                return calls.move(plan.number, local=local, zone=zone, minutes=minutes, channel=channel, topics=topics,
                                  purpose=purpose)  # fmt: skip
            return calls.plan(client, local=local, zone=zone, minutes=minutes, channel=channel, topics=topics,
                              purpose=purpose)  # fmt: skip

        return verb

    def _planning_series(self) -> Callable[[], object]:
        series, client, dates = self.workbench.journal.series, self.client, self.series.dates
        minutes, channel, topics = int(self.length.editor.key), self.channel.editor.key, self._titles()
        purpose = self.purpose.key

        def verb() -> tuple[int, ...]:
            return series.plan(client, dates, topics=topics, minutes=minutes, channel=channel, purpose=purpose)

        return verb
