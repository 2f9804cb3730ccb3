"""What a version of an agreement would change and what it will not (1.2, D8), asked before it is made."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import msgspec
import pytest

from app.errors import Refused
from app.facts.agreement_effect import Effect, Judged
from app.facts.terms import AgreedChannel
from app.journal.agreements import with_terms
from app.papers.effect_words import effect_sentences
from app.words import words_for
from tests.journal.conftest import MONDAY, Shore


def effect(shore: Shore, effective_from: date | None = None, **changes: Any) -> Effect:
    agreements = shore.journal.agreements
    terms = agreements.in_force(shore.client).terms
    return agreements.effect(shore.client, with_terms(terms, changes), effective_from)


def said(found: Effect) -> str:
    return " ".join(effect_sentences(found, words_for("en", 2026)))


def an_answer_after_three_hours(shore: Shore) -> None:
    """Written on Tuesday at 10:00, answered at 13:00: late by two working hours, in time by four."""
    start = MONDAY + timedelta(days=1, hours=1)
    shore.clock.move_to(start)
    shore.journal.talk.received(shore.client, "Когда будет макет?", channel="telegram")
    shore.clock.move_to(start + timedelta(hours=3))
    shore.journal.talk.sent(shore.client, "Завтра", channel="telegram")


def test_open_items_keep_the_terms_they_began_under_and_are_named(shore: Shore) -> None:
    first = shore.journal.edits.request(shore.client, "Новая страница", at=shore.clock())
    shore.journal.requests.make(shore.client, ["фото"], channel="telegram")
    shore.clock.forward(timedelta(days=1))
    found = effect(shore, **{"edits.normal": 5})
    assert {each.noun: each.items for each in found.keeps}["edits"] == (first,)
    assert found.kept == 2
    assert "1 open edit keeps its terms: «Новая страница»." in said(found)
    assert "1 open request keeps its terms" in said(found)


def test_an_open_call_without_a_topic_is_named_too(shore: Shore) -> None:
    """D13: the topic of a planned call may come later."""
    shore.journal.calls.plan(shore.client, on=date(2026, 11, 20))
    assert "1 open call keeps its terms: no topic agreed." in said(effect(shore, **{"edits.normal": 5}))


def test_an_agreement_from_tomorrow_judges_nothing_that_has_happened(shore: Shore) -> None:
    an_answer_after_three_hours(shore)
    found = effect(shore, date(2026, 11, 4), my_answer={"working_minutes": 240})
    assert not found.starts_in_the_past
    assert (found.answers.all, found.messages.all) == (0, 0)
    assert not found.reasons.differs
    assert "It begins on Wednesday, 4 November; until then the terms of now count." in said(found)


def test_an_agreement_in_the_past_judges_answers_given_since_by_its_own_terms(shore: Shore) -> None:
    """D8: terms are those in force at `happened`."""
    an_answer_after_three_hours(shore)
    shore.clock.forward(timedelta(days=1))
    found = effect(shore, date(2026, 11, 3), my_answer={"working_minutes": 240})
    assert found.starts_in_the_past
    assert found.answers == Judged(1, 0, 1)
    assert "Of your 1 answers since then, 0 were in time until now, 1 with it." in said(found)
    same = effect(shore, date(2026, 11, 3), **{"edits.normal": 5})
    assert same.answers == Judged(1, 0, 0)
    assert "Your 1 answer since then is judged as before." in said(same)


def test_after_it_is_made_the_journal_judges_as_was_foretold(shore: Shore) -> None:
    an_answer_after_three_hours(shore)
    shore.journal.talk.received(shore.client, "И ещё вопрос?", channel="telegram")
    shore.clock.forward(timedelta(hours=3))
    longer = {"my_answer": {"working_minutes": 600}, "write_first.per_week": 5}
    found = effect(shore, date(2026, 11, 3), **longer)
    terms = with_terms(shore.journal.agreements.in_force(shore.client).terms, longer)
    shore.journal.agreements.make(shore.client, terms, effective_from=date(2026, 11, 3))
    flags = [flag for flag in shore.journal.desk.flags() if flag.rule != "F24" and flag.severity != "later"]
    assert (found.late.before, found.late.after) == (1, 0)
    assert found.reasons.after == len(flags)
    assert sum(flag.severity == "late" for flag in flags) == found.late.after


def test_channels_of_what_was_said_since_are_judged_anew(shore: Shore) -> None:
    an_answer_after_three_hours(shore)
    shore.clock.forward(timedelta(days=1))
    terms = shore.journal.agreements.in_force(shore.client).terms
    mail = AgreedChannel(channel="email", address="olga@glina.example", preferred=True)
    found = shore.journal.agreements.effect(
        shore.client, msgspec.structs.replace(terms, channels=(mail,)), date(2026, 11, 3)
    )
    assert found.messages == Judged(2, 2, 0)
    assert "Of 2 messages and calls since then, 2 were in agreed channels until now, 0 with it." in said(found)


def test_a_version_that_is_there_already_takes_over_later(shore: Shore) -> None:
    agreements = shore.journal.agreements
    agreements.make(shore.client, agreements.in_force(shore.client).terms, effective_from=date(2026, 12, 1))
    found = effect(shore, **{"edits.normal": 5})
    assert found.until == date(2026, 12, 1)
    assert "It counts until a later version takes over on Tuesday, 1 December." in said(found)


def test_the_quota_of_this_week_follows_the_new_terms(shore: Shore) -> None:
    """F22."""
    found = effect(shore, **{"write_first.per_week": 4})
    assert (found.quota.before, found.quota.after) == (2, 4)


def test_terms_that_make_no_sense_have_no_effect_to_tell(shore: Shore) -> None:
    with pytest.raises(Refused, match="fewer than the ideal"):
        effect(shore, **{"write_first.silence_max": 1})


def test_remarks_know_the_contract_of_the_client(shore: Shore) -> None:
    agreements = shore.journal.agreements
    clause = with_terms(agreements.in_force(shore.client).terms, {"information.deemed_accepted": "yes"})
    assert [each.term for each in agreements.remarks(shore.client, clause)] == ["information.deemed_accepted"]
    shore.journal.clients.change(shore.client, contract={"from": "2026-11-02", "to": "2026-12-31"})
    assert agreements.remarks(shore.client, clause) == ()
    late = agreements.remarks(shore.client, clause, date(2027, 1, 1))
    assert [(each.term, each.refused) for each in late] == [("effective_from", False)]
