"""One card per client, most severe first, because one message often clears several reasons (C6)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from app.facts.flags import Flag, Severity

_QUIET = ("F21", "F22")
_DATED = ("F4", "F18")


class Card(Struct, frozen=True, kw_only=True):
    """The reasons listed for a client, and those that the card's foot only mentions."""

    client: int
    severity: Severity
    reasons: tuple[Flag, ...]
    foot: tuple[Flag, ...] = ()

    @property
    def cleared_at_once(self) -> tuple[Flag, ...]:
        """The reasons that one message can clear."""
        return tuple(each for each in self.reasons if each.cleared_by_message)


def cards(flags: Iterable[Flag]) -> tuple[Card, ...]:
    """Cards in the order of their worst reason; `flags` come in the order of the list."""
    by_client: dict[int, list[Flag]] = {}
    for flag in flags:
        if is_listed(flag):
            by_client.setdefault(flag.client, []).append(flag)
    return tuple(_card(client, reasons) for client, reasons in by_client.items())


def is_listed(flag: Flag) -> bool:
    """Whether something must be said now: not put aside, not only a call or a debt that stands in its own list."""
    return flag.says and not flag.dismissed and flag.snoozed_until is None and flag.severity is not Severity.LATER


def reports_together(found: Iterable[Card]) -> dict[str, tuple[Flag, ...]]:
    """Reports of one sort that are due on the same day for several clients: one button makes them all."""
    groups: dict[str, list[Flag]] = {}
    for card in found:
        for flag in card.reasons:
            if flag.rule == "F19":
                day = flag.reason.values.get("due", flag.due.date())
                groups.setdefault(f"{flag.reason.code} {day}", []).append(flag)
    return {name: tuple(each) for name, each in groups.items() if len(each) > 1}


def _card(client: int, found: list[Flag]) -> Card:
    listed = one_line_per_entry(found)
    others = any(each.cleared_by_message and not _steps_back(each) for each in found)
    foot = [each for each in listed if _steps_back(each)] if others else []
    if not others and any(each.rule == "F21" for each in listed):
        foot = [each for each in listed if each.rule == "F22"]
    reasons = tuple(each for each in listed if each not in foot)
    return Card(client=client, severity=reasons[0].severity, reasons=reasons, foot=tuple(foot))


def _steps_back(flag: Flag) -> bool:
    """F21 until it is late, and F22: any message clears them, so another reason speaks for them."""
    return flag.rule in _QUIET and not (flag.rule == "F21" and flag.severity is Severity.LATE)


def one_line_per_entry(found: Sequence[Flag]) -> list[Flag]:
    """F7 and F8 of one entry are one line: the voice is named, and the channel with it.

    So are a late promise (F4) or stage (F18) and the risk that its lateness is (F17): a contact about it clears that.
    """
    voiced = {entry for each in found if each.rule == "F7" for entry in each.about}
    late = {each.item for each in found if each.rule in _DATED and each.severity is Severity.LATE}
    return [
        each
        for each in found
        if not (each.rule == "F8" and voiced.intersection(each.about))
        and not (each.rule == "F17" and each.item in late)
    ]
