"""The plan on the command line: logged in one line each, and steps by the number of the item."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from app.clock import system_clock
from tests.cli.shell import Shell

ALBOR = ("--client", "clínica albor")
TODAY = system_clock().date()
SOON = (TODAY + timedelta(days=20)).isoformat()
LATER = (TODAY + timedelta(days=30)).isoformat()


def number(shell: Shell, *words: str) -> str:
    """The one entry that a command says it saved."""
    said: Any = shell.json(*words)
    (saved,) = said["entries"]
    return str(saved)


def body(shell: Shell, entry: str) -> dict[str, Any]:
    shown: Any = shell.json("show", entry)
    return dict(shown["body"])


def test_a_stage_is_planned_moved_delivered_and_accepted(ashore: Shell) -> None:
    """1.3, B3: the day binds with its closing; a move names its cause."""
    stage = number(ashore, "log", "stage", *ALBOR, "--title", "Texts", "--due", SOON, "--deliverable", "A document")
    assert body(ashore, stage)["closing"].startswith(SOON)
    assert ashore("stage", "accept", stage) == 1
    assert "not delivered yet" in ashore.err
    assert ashore("stage", "start", stage) == 0
    moved = number(ashore, "stage", "move", stage, "--to", LATER, "--cause", "client", "--reason", "On holiday")
    assert body(ashore, moved)["due"] == LATER
    assert ashore("stage", "deliver", stage, "--channel", "email", "--link", "https://albor.example/draft") == 0
    accepted = number(ashore, "stage", "accept", stage, "--by-silence")
    assert body(ashore, accepted) == {"item": int(stage), "by_silence": True}
    other = number(ashore, "log", "stage", *ALBOR, "--title", "Photos")
    assert ashore("stage", "drop", other, "--reason", "Merged") == 0
    assert ashore("stage", "move", other, "--to", LATER, "--cause", "me") == 1
    assert "was dropped" in ashore.err


def test_a_risk_is_noted_told_and_passes(ashore: Shell) -> None:
    """F17: a warning in a channel is told."""
    risk = number(ashore, "log", "risk", *ALBOR, "--text", "The listing has no owner", "--cause", "client")
    warned = number(ashore, "risk", "warn", risk, "--channel", "email")
    assert body(ashore, warned) == {"item": int(risk), "channel": "email"}
    assert ashore("risk", "pass", risk) == 0
    assert ashore("risk", "pass", risk) == 1


def test_what_is_no_number_is_named_in_plain_words(ashore: Shell) -> None:
    """B1, bad input: a comma may mean thousands or a fraction, so it is refused with a sentence."""
    line = ("--metric", "Leads", "--target", "60", "--since", "2026-01-01", "--by", LATER)
    for typed in ("12,5", "1,200", "many", ""):
        assert ashore("log", "goal", *ALBOR, *line, "--base", typed) == 1
        assert ashore.err.strip() == "Write a number, as 40 or 12.5."
    assert ashore("log", "payment", *ALBOR, "--sum", "1,200") == 1
    assert ashore.err.strip() == "Write a number, as 40 or 12.5."
    assert ashore("log", "goal", *ALBOR, *line, "--base", "-12.5") == 0


def test_a_reading_finds_the_only_goal_of_its_client(ashore: Shell) -> None:
    """1.3: goal.measured."""
    line = ("--base", "40", "--target", "60", "--since", "2026-01-01", "--by", LATER)
    assert ashore("log", "reading", *ALBOR, "--value", "41") == 1
    assert "no open goal" in ashore.err
    goal = number(ashore, "log", "goal", *ALBOR, "--metric", "Appointments", *line)
    read = number(ashore, "log", "reading", *ALBOR, "--value", "41")
    assert (body(ashore, read)["item"], body(ashore, read)["value"]) == (int(goal), "41")
    number(ashore, "log", "goal", *ALBOR, "--metric", "Calls", *line)
    assert ashore("log", "reading", *ALBOR, "--value", "41") == 1
    assert "several goals" in ashore.err
    assert ashore("goal", "measure", goal, "--value", "42", "--on", TODAY.isoformat()) == 0
    assert ashore("goal", "close", goal, "--reason", "Reached") == 0


def test_a_word_is_noted_and_settled(ashore: Shell) -> None:
    """1.3: understanding.settled."""
    word = number(ashore, "log", "understanding", *ALBOR, "--word", "good site", "--mine", "Opens in two seconds")
    settled = number(ashore, "understanding", "settle", word, "--refused")
    assert body(ashore, settled) == {"item": int(word), "state": "refused"}


def test_an_objection_takes_its_steps_and_a_pause(ashore: Shell) -> None:
    """3.3, C5."""
    raised = number(ashore, "log", "objection", *ALBOR, "--text", "Too expensive", "--pause-until", SOON)
    assert body(ashore, raised)["pause_until"].startswith((TODAY + timedelta(days=19)).isoformat())
    went_on = number(ashore, "objection", "go-on", raised, "--paraphrase", "Paying twice", "--propose", "Two steps")
    assert body(ashore, went_on)["proposals"] == ["Two steps"]
    assert ashore("objection", "resolve", raised, "--outcome", "Two steps") == 0
    assert ashore("objection", "resolve", raised) == 1


def test_a_payment_feedback_and_planning_for_two_clients(ashore: Shell) -> None:
    """1.3: one planning.held per client, all or none."""
    paid = number(ashore, "log", "payment", *ALBOR, "--sum", "1200.00", "--for", "November")
    assert body(ashore, paid)["sum"] == {"amount": "1200.00", "currency": "EUR"}
    said = number(ashore, "log", "feedback", *ALBOR, "--score", "work=5", "--text", "Quick")
    assert body(ashore, said)["scores"] == {"work": "5"}
    assert ashore("log", "feedback", *ALBOR, "--score", "work=6") == 1
    assert ashore("client", "add", "Casa Jacaranda", "--zone", "Europe/Madrid") == 0
    both: Any = ashore.json("log", "planning", *ALBOR, "--client", "casa jacaranda", "--text", "The texts first")
    assert len(both["entries"]) == 2


def test_the_commands_are_listed_with_what_they_do(ashore: Shell) -> None:
    assert ashore("log", "--help") == 0
    assert "A stage of the plan." in ashore.out
    assert "What the client says of the work." in ashore.out
