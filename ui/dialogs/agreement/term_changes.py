"""What a new version changes, from → to, in the words of the form (6.4)."""

from __future__ import annotations

from msgspec import Struct

from app.facts.main_terms import MainTerms, main_terms
from app.facts.terms import AgreedChannel, Terms
from app.papers.names import channel_name
from app.words import Words
from ui.dialogs.agreement.channel_words import purposes_line
from ui.dialogs.agreement.term_choices import LABELS, key_of, said


class TermChange(Struct, frozen=True):
    """One changed term: its label, its words before and after."""

    label: str
    before: str
    after: str


def changes(words: Words, old: Terms, new: Terms) -> list[TermChange]:
    """Every term of the form that differs."""
    was, now = main_terms(old), main_terms(new)
    found = [
        TermChange(words.text(label), _fully(words, name, was), _fully(words, name, now))
        if key_of(name, was) != key_of(name, now)
        else None
        for name, label in LABELS.items()
    ]
    lists = (_channels(words, old.agreed_channels), _channels(words, new.agreed_channels))
    found.append(TermChange(words.text("Channels"), *lists) if old.channels != new.channels else None)
    if old.client_hours.weekly != new.client_hours.weekly:
        found.append(TermChange(words.text("Their hours"), words.text("as before"), words.text("as drawn")))
    if old.my_hours.weekly != new.my_hours.weekly:
        found.append(TermChange(words.text("My hours"), words.text("as before"), words.text("as in my settings now")))
    if old.binding != new.binding:
        yes = {"yes": words.text("binding"), "no": words.text("not binding")}
        found.append(TermChange(words.text("Correspondence"), yes[old.binding], yes[new.binding]))
    return [each for each in found if each is not None]


def _fully(words: Words, name: str, main: MainTerms) -> str:
    """A term with the parts that its choice leaves unsaid."""
    if name == "edits":
        return words.text(
            "small {small}, normal {normal}, large {large} working days",
            small=main.small,
            normal=main.normal,
            large=main.large,
        )
    if name == "silence":
        most, ideal = words.working_days(main.silence_most), words.working_days(main.silence_ideal)
        return words.text("{most}, as a rule {ideal}", most=most, ideal=ideal)
    return said(words, name, key_of(name, main))


def _channels(words: Words, channels: tuple[AgreedChannel, ...]) -> str:
    if not channels:
        return words.text("none")
    return "; ".join(_channel(words, each) for each in channels)


def _channel(words: Words, channel: AgreedChannel) -> str:
    named = " ".join(part for part in (channel_name(words, channel.channel), channel.address) if part)
    if channel.preferred:
        named = f"{named}, {words.text('preferred')}"
    return f"{named} ({purposes_line(words, channel)})"
