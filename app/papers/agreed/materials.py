"""What is asked of the client, as sentences: materials, acceptance, and what follows when a term has passed."""

from __future__ import annotations

from app.facts.terms import Terms
from app.papers.agreed.sides import Sides, counted_fully
from app.words import Words


def information(terms: Terms, sides: Sides, words: Words) -> list[str]:
    """The client's term for materials, the right to stop, what counts as accepted at the end."""
    term = terms.information
    said = [
        words.text(
            "{client} gives what {owner} asks for within {days}, counted on working days of {client}.",
            days=words.working_days(term.days),
            **sides.both,
        ),
        *counted_fully(term.rule, words),
    ]
    if term.right_to_stop == "yes":
        said.append(words.text("When that term has passed, {owner} may stop work and says so.", owner=sides.owner))
    else:
        said.append(words.text("When that term has passed, work still goes on where it can."))
    if term.deemed_accepted == "yes":
        said.append(words.text("What is still unanswered when the contract ends counts as accepted."))
    else:
        said.append(words.text("What is still unanswered when the contract ends is not accepted by that."))
    return said


def acceptance(terms: Terms, sides: Sides, words: Words) -> list[str]:
    """The client's term to accept, and what silence means then."""
    accept = terms.acceptance
    days = words.working_days(accept.days)
    said = [
        words.text("{client} accepts a delivery or names the edits within {days}.", client=sides.client, days=days),
        *counted_fully(accept.rule, words),
    ]
    if accept.edits_by_silence == "yes":
        said.append(words.text("After that term an edit counts as accepted."))
    else:
        said.append(words.text("An edit is not accepted by silence."))
    if accept.stages_by_silence == "yes":
        said.append(words.text("After that term a stage counts as accepted."))
    else:
        said.append(words.text("A stage is not accepted by silence."))
    return said
