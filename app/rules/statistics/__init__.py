"""The figures of 1.8 out of a client's whole history: pure, judged by the terms in force at each time (D8)."""

from __future__ import annotations

from app.facts.history import History
from app.facts.statistics import Period, Statistics
from app.rules.statistics.answers import answers
from app.rules.statistics.calls import calls, out_of_hours, voices
from app.rules.statistics.goals import goals
from app.rules.statistics.lost import lost
from app.rules.statistics.promises import accepted, promises
from app.rules.statistics.reading import Reading
from app.rules.statistics.silence import firsts, silence


def statistics(history: History, period: Period) -> Statistics:
    """Every figure of one client and period, as the journal stood at the history's now."""
    reading = Reading(history, period)
    client = history.snapshot.client
    heard = voices(reading)
    return Statistics(
        client=client.number,
        name=client.name,
        zone=reading.view.terms.zone,
        now=history.now,
        period=period,
        answers=answers(reading),
        promises=promises(reading),
        silence=silence(reading),
        firsts=firsts(reading),
        calls=calls(reading),
        voices=heard,
        names=tuple((each.person, reading.view.name_of(each.person)) for each in heard),
        out_of_hours=out_of_hours(reading),
        lost=lost(reading),
        accepted=accepted(reading),
        goals=goals(reading),
    )
