"""What an item says for the draft that is about it, by the names of the placeholders (3.3)."""

from __future__ import annotations

from app.facts.flags import Value
from app.facts.plan import Goal, Objection, Risk, Stage
from app.facts.work import AnyItem, Call, Edit, Request
from app.rules.view import ClientView

Values = dict[str, Value]


def item_values(view: ClientView, item: AnyItem) -> Values:
    """The values that stand in the item itself; what it does not say is left out."""
    if isinstance(item, Request):
        return _request(view, item)
    if isinstance(item, Call):
        return _call(view, item)
    if isinstance(item, Goal):
        return _goal(item)
    if isinstance(item, Objection):
        return _objection(item)
    found: Values = {"item": item.title}
    if isinstance(item, Edit | Stage) and item.deliveries:
        found["since"] = view.day_of(item.deliveries[-1].at)
    threatened = view.items.get(item.threatens or 0) if isinstance(item, Risk) else None
    return found | ({"affects": threatened.title} if threatened else {})


def _request(view: ClientView, request: Request) -> Values:
    found: Values = {"missing": request.missing or (request.title,)}
    needed = [view.items[number].title for number in request.needed_for if number in view.items]
    return found | ({"needed_for": ", ".join(needed)} if needed else {})


def _call(view: ClientView, call: Call) -> Values:
    found: Values = {}
    outcomes = [_outcome(view, each.what, each.who) for topic in call.topics for each in topic.outcomes]
    if any(outcomes):
        found["outcomes"] = tuple(each for each in outcomes if each)
    if call.minutes:
        found["minutes"] = call.minutes
    if call.held:
        return found | {"since": view.day_of(call.held.at)}
    if call.planned_topics:
        found["topics"] = tuple(topic.title for topic in call.planned_topics)
    if call.planned_at:
        found["at"] = call.planned_at
    return found | ({"channel": call.channel} if call.channel else {})


def _outcome(view: ClientView, what: str, who: int | None) -> str:
    name = view.name_of(who) if who else ""
    return f"{what} ({name})" if what and name else what


def _goal(goal: Goal) -> Values:
    unit = f" {goal.unit}" if goal.unit else ""
    found: Values = {"item": goal.title, "metric": goal.metric, "target": f"{goal.target}{unit}", "due": goal.by}
    return found | ({"value": f"{goal.readings[-1].value}{unit}"} if goal.readings else {})


def _objection(item: Objection) -> Values:
    said: Values = {
        "item": item.title,
        "quote": item.paraphrase or item.what,
        "target": item.common_ground,
        "proposal": "; ".join(item.proposals),
        "reason": item.proof,
        "outcomes": (item.outcome,) if item.outcome else (),
    }
    return {name: value for name, value in said.items() if value}
