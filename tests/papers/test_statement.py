"""The evidence statement: every entry with its number and both times, both sides' delays, every gap and file."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from app.facts.entries import Entry
from app.facts.heads import ClientCount, JournalHead
from app.facts.pages import Paper, Section, Table, Tone
from app.facts.statement import (
    AnchorRow,
    AttachmentRow,
    ContactSpan,
    DelayRow,
    Gap,
    GapReason,
    Party,
    Proof,
    StatementCounts,
    StatementFacts,
    StatementLine,
)
from app.papers.plain_text import text_of
from app.papers.statement import statement
from app.words import words_for
from tests.papers.sheets import HEAD, LOG

ENGLISH = words_for("en", 2026)
AT = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


def entry(seq: int, kind: str, **more: object) -> Entry:
    values: dict[str, object] = {"client": 7, "recorded": AT, "happened": AT, "body": {}, **more}
    return Entry(seq=seq, kind=kind, **values)  # type: ignore[arg-type]


def facts(*lines: StatementLine, **more: object) -> StatementFacts:
    return StatementFacts(
        client="Кедровый дом",
        owner=Party(name="Elena Marín", detail="Valencia"),
        zone="Europe/Madrid",
        made_at=AT,
        first=date(2026, 9, 1),
        last=date(2026, 11, 20),
        head=JournalHead(log=LOG, entries=1296, head=HEAD, fingerprint="SHA256:abc"),
        count=ClientCount(name="Кедровый дом", entries=268, last=1295, last_hash=HEAD),
        names=((0, "Elena"), (12, "Ольга")),
        lines=lines,
        **more,  # type: ignore[arg-type]
    )


def said(paper: Paper) -> str:
    return text_of(paper, ENGLISH)


def rows(paper: Paper) -> list[list[str]]:
    section = next(b for b in paper.blocks if isinstance(b, Section) and b.heading == "Chronology")
    table = section.blocks[0]
    assert isinstance(table, Table)
    return [["".join(run.text for run in cell.runs) for cell in row] for row in table.rows]


def test_every_line_has_its_number_and_both_times() -> None:
    line = StatementLine(
        entry=entry(41, "message.received", body={"text": "Где макет?", "person": 12, "channel": "telegram"})
    )
    assert rows(statement(facts(line), ENGLISH)) == [
        ["Friday, 20 November"],
        ["41", "13:00 / 13:00", "Received, Ольга, Telegram  Где макет?", "D"],
    ]


def test_an_entry_recorded_days_later_says_so() -> None:
    line = StatementLine(entry=entry(41, "note.written", body={"text": "x"}, happened=AT - timedelta(days=3, hours=1)))
    day, (_, times, _, rests) = rows(statement(facts(line), ENGLISH))
    assert (day, times) == (["Tuesday, 17 November"], "12:00\nFri 20 Nov, 13:00")
    assert rests == "D, 3 days later"


def test_a_correction_shows_the_old_text_struck_and_who_corrected_it() -> None:
    old = entry(41, "edit.requested", body={"title": "New"}, original={"title": "Old"}, corrected_by=(50,))
    paper = statement(facts(StatementLine(entry=old)), ENGLISH)
    assert rows(paper)[1][2] == "Edit requested  Old  New  Corrected by entry 50."
    section = next(b for b in paper.blocks if isinstance(b, Section) and b.heading == "Chronology")
    table = section.blocks[0]
    assert isinstance(table, Table)
    assert [run.tone for run in table.rows[1][2].runs if run.text == "Old"] == [Tone.STRUCK]


def test_a_correction_of_several_lines_begins_on_a_line_of_its_own() -> None:
    old = entry(41, "edit.requested", body={"text": "a\nc"}, original={"text": "a\nb"}, corrected_by=(50,))
    text = rows(statement(facts(StatementLine(entry=old)), ENGLISH))[1][2]
    assert text == "Edit requested  a\nb\na\nc  Corrected by entry 50."


def test_an_erased_entry_shows_no_word_of_its_body() -> None:
    line = StatementLine(entry=entry(41, "message.received", body={"text": "secret"}, redacted=True))
    text = rows(statement(facts(line), ENGLISH))[1][2]
    assert "secret" not in text
    assert "Removed at the client's request. The chain still holds." in text


def test_what_an_entry_rests_on_stands_beside_it() -> None:
    line = StatementLine(
        entry=entry(41, "message.received", body={"text": "x"}),
        proof=Proof.EXPORT,
        import_days_later=0,
        confirmed_by=88,
        also_in=90,
        channel_not_agreed=True,
    )
    what, rests = rows(statement(facts(line), ENGLISH))[1][2:]
    assert (what, rests) == ("Received  x  Channel not agreed.", "B, ACK\u00a088, DUP\u00a090")


def test_the_outcomes_of_a_call_are_told_with_who_and_by_when() -> None:
    topics = [
        {"title": "Prices", "outcomes": [{"what": "Publish", "who": 0, "by": "2026-11-25"}, {"nothing_decided": True}]}
    ]
    line = StatementLine(entry=entry(41, "call.held", body={"topics": topics}))
    text = rows(statement(facts(line), ENGLISH))[1][2]
    assert text == "Call held  – Prices\n   Publish, Elena, Wednesday, 25 November\n   nothing decided"


def test_lines_that_somebody_wrote_stay_lines_and_the_rest_is_run_on() -> None:
    body = {"text": "Two things:\nthe logo\nthe price", "reason": "new season", "due": "2026-11-27"}
    text = rows(statement(facts(StatementLine(entry=entry(41, "edit.requested", body=body))), ENGLISH))[1][2]
    assert text == "Edit requested  Two things:\nthe logo\nthe price · Until: Friday, 27 November · Reason: new season"


def test_a_step_names_the_entry_that_began_its_item() -> None:
    body = {"item": 38, "channel": "telegram"}
    text = rows(statement(facts(StatementLine(entry=entry(41, "edit.delivered", body=body))), ENGLISH))[1][2]
    assert text == "Edit delivered, to entry 38, Telegram"


def test_a_title_that_only_begins_the_text_is_not_said_twice() -> None:
    body = {"title": "The price", "text": "The price is too small"}
    text = rows(statement(facts(StatementLine(entry=entry(41, "edit.requested", body=body))), ENGLISH))[1][2]
    assert text == "Edit requested  The price is too small"


def test_a_very_long_message_is_cut_and_points_to_its_record() -> None:
    line = StatementLine(entry=entry(41, "message.received", body={"text": "слово " * 5000}))
    text = rows(statement(facts(line), ENGLISH))[1][2]
    assert len(text) < 1800
    assert "The whole text is in the record of entry 41." in text


def test_delays_name_both_sides_even_when_one_has_none() -> None:
    delay = DelayRow(side="client", what="Photos", entry=60, due=date(2026, 11, 10), days=5)
    text = said(statement(facts(delays=(delay,), lost_theirs=5), ENGLISH))
    assert "The client's side (5 working days)" in text
    assert "Photos (entry 60): due: Tue 10 Nov, done: still open, working days after: 5" in text
    assert "The owner's side (0 working days)\nNo delay is recorded." in text


def test_gaps_and_counts_are_said() -> None:
    gaps = (
        Gap(reason=GapReason.PRIVATE, numbers="12 40", count=2),
        Gap(reason=GapReason.BEFORE_PERIOD, numbers="1-118", count=118),
    )
    text = said(
        statement(facts(gaps=gaps, counts=StatementCounts(shown=146, private=2, redacted=1, outside=118)), ENGLISH)
    )
    assert "146 shown, 2 private, 1 erased, 118 outside the period" in text
    assert "Private notes of the owner: how many: 2, entries: 12 40" in text


def test_attachments_have_their_hash_or_say_what_is_missing() -> None:
    files = (
        AttachmentRow(name="plan.pdf", entry=41, size=1234, sha256=HEAD),
        AttachmentRow(name="voice.ogg", entry=42, missing="not in the export"),
    )
    text = said(statement(facts(attachments=files), ENGLISH))
    assert HEAD[:8] in text
    assert "not in the export" in text


def test_the_cover_names_contacts_anchors_and_the_limits() -> None:
    text = said(
        statement(
            facts(
                contacts=(ContactSpan(person="Ольга", role="marketing", since=date(2026, 9, 1)),),
                anchors=(AnchorRow(at=AT, how="sheet", size=1200, head=HEAD, to="Ольга"),),
                chosen=("Edit 61: banner",),
            ),
            ENGLISH,
        )
    )
    assert "Contact: Ольга, marketing, since Tuesday, 1 September" in text
    assert "weekly sheet, Ольга" in text
    assert "Limited to: Edit 61: banner" in text


def test_it_never_claims_to_be_proof() -> None:
    text = said(statement(facts(), ENGLISH)).lower()
    assert not any(claim in text for claim in ("legally valid", "tamper-proof", "court-approved", "guaranteed"))
