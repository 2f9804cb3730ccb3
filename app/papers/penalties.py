"""What agreed penalties come to, as lines: the formula with its numbers, what was taken off, what is missing (1.4)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from app.facts.penalties import Delay, Formula, Money, Penalties, Penalty, PenaltyGap, PenaltySort
from app.words import N_, NN_, Words

_GAPS = {
    PenaltyGap.BASE: N_("No sum: the agreement does not say of what sum the percent is taken."),
    PenaltyGap.PERCENT: N_("No sum: the agreement does not say how many percent."),
    PenaltyGap.SUM: N_("No sum: the agreement does not say how much a skipped call costs."),
    PenaltyGap.DAYS: N_("No sum: the agreement does not say whether working or calendar days count."),
    PenaltyGap.CURRENCY: N_("No sum: the most is agreed in another currency than the base."),
}
_WORKING = NN_("{percent} of {base} × {n} working day = {sum}", "{percent} of {base} × {n} working days = {sum}")
_CALENDAR = NN_("{percent} of {base} × {n} calendar day = {sum}", "{percent} of {base} × {n} calendar days = {sum}")
_CALLS = NN_("{base} × {n} skipped call = {sum}", "{base} × {n} skipped calls = {sum}")
_OFF = NN_(
    "{n} day of delay that the client caused is taken off.", "{n} days of delay that the client caused are taken off."
)
_LATE = NN_("Entry {item} «{title}», due {due}: {n} day", "Entry {item} «{title}», due {due}: {n} days")


def penalty_lines(penalties: Penalties, words: Words) -> tuple[str, ...]:
    """Every line to be printed, without any decision: that is for people."""
    return tuple(_lines(penalties, words))


def _lines(penalties: Penalties, words: Words) -> Iterator[str]:
    if penalties.are_off:
        yield words.text("No penalties are agreed.")
        return
    period = penalties.period
    yield words.text("{name}. From {first} to {last}", name=penalties.name, first=period.first, last=period.last)
    for line in penalties.lines:
        yield ""
        yield from _penalty(line, words)
    yield ""
    for side, sentence in (("me", N_("Mine in all: {sum}")), ("client", N_("Theirs in all: {sum}"))):
        yield from (words.text(sentence, sum=money(words, each)) for each in penalties.total(side))
    yield words.text("Counted from the entries of the journal. Whether anything is paid is for both sides to say.")


def _penalty(line: Penalty, words: Words) -> Iterator[str]:
    if line.side == "me":
        yield words.text("I would pay, by agreement {n}:", n=line.agreement)
    else:
        yield words.text("The client would pay, by agreement {n}:", n=line.agreement)
    if line.base_is:
        yield "  " + words.text("Base: {base}", base=line.base_is)
    yield from ("  " + _delay(each, words) for each in line.delays)
    if line.calls:
        yield "  " + words.text("Skipped calls: entries {numbers}", numbers=[str(number) for number in line.calls])
    if line.deducted:
        yield "  " + words.plural(*_OFF, line.deducted)
    if line.gap:
        yield "  " + words.text(_GAPS[line.gap])
    if line.formula:
        yield "  " + formula_words(line, line.formula, words)
        if line.formula.is_capped:
            yield "  " + words.text("Agreed at most: {cap}", cap=money(words, line.formula.result))


def formula_words(line: Penalty, formula: Formula, words: Words) -> str:
    """ "2 % of 1 200.00 EUR × 3 working days = 72.00 EUR"."""
    base, total = money(words, formula.base), money(words, Money(formula.rounded, formula.base.currency))
    if line.sort is PenaltySort.PER_CALL:
        return words.plural(*_CALLS, formula.times, base=base, sum=total)
    percent = words.percent(formula.percent or Decimal(0))
    if line.sort is PenaltySort.PER_DAY:
        sentence = _WORKING if line.days_are == "working" else _CALENDAR
        return words.plural(*sentence, formula.times, percent=percent, base=base, sum=total)
    if not formula.times:
        return words.text("{percent} of {base}, once, if anything is late. Nothing was.", percent=percent, base=base)
    return words.text("{percent} of {base}, once = {sum}", percent=percent, base=base, sum=total)


def money(words: Words, value: Money) -> str:
    """A sum with its cents always written, as on a bill."""
    cents = value.amount.quantize(Decimal("0.01"), ROUND_HALF_UP)
    return f"{words.decimal(cents)}\u00a0{value.currency}"


def _delay(delay: Delay, words: Words) -> str:
    return words.plural(*_LATE, delay.days, item=delay.item, title=delay.title, due=delay.due)
