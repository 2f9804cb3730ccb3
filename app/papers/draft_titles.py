"""Every draft by its key: the name it has on the screen, and the other names under which it is asked for (3.2, 3.3)."""

from __future__ import annotations

from app.words import N_

STYLES = ("formal", "plain", "friendly")

TITLES = {
    "f1": N_("First message to a new client"),
    "f2": N_("Answer"),
    "f3": N_("A date is promised"),
    "f3_returned": N_("It came back with remarks"),
    "f3_resumed": N_("What the work waited for has come"),
    "f3_stage": N_("A stage goes on: its new day"),
    "f3_provisional": N_("A provisional date"),
    "f4": N_("A promised day has come"),
    "f4_moved": N_("A promise is moved"),
    "f5": N_("The firm date after a provisional one"),
    "f6": N_("It is ready"),
    "f6_stage": N_("A stage is ready"),
    "f6_accepted_late": N_("A stage was accepted later than agreed"),
    "f6_resumed": N_("Work goes on"),
    "f7": N_("Ask the contact to confirm"),
    "f7_message": N_("Somebody else wrote"),
    "f8": N_("Back to the agreed channel"),
    "f9": N_("Agree topic, time and channel of a call"),
    "f12": N_("Summary of a call"),
    "f12_confirmation": N_("Confirm the summary of a call"),
    "f13": N_("Propose a call"),
    "f13_first": N_("Propose the first call"),
    "f14": N_("Materials are due today"),
    "f14_1": N_("First reminder"),
    "f14_2": N_("Second reminder"),
    "f14_3": N_("Last reminder"),
    "f14_acceptance": N_("Acceptance ends"),
    "f15": N_("Work stops"),
    "f16": N_("The contract ends with something open"),
    "f17": N_("Warn of a risk"),
    "f17_promise": N_("A promise is late"),
    "f17_stage": N_("A stage is late"),
    "f17_request": N_("A stage waits for them"),
    "f18": N_("A stage is due"),
    "f18_late": N_("A stage needs a new date"),
    "f19": N_("Send the weekly sheet"),
    "f19_daily": N_("Send the report of a day"),
    "f19_monthly": N_("Send the report of a month"),
    "f19_planning": N_("Results of a planning session"),
    "f20": N_("A figure is off its line"),
    "f21": N_("A word after some silence"),
    "f22": N_("A word before they ask"),
    "f23": N_("Who speaks for the client"),
    "f24": N_("Agree the rules"),
    "f24_unconfirmed": N_("Ask to confirm the rules"),
    "f25": N_("The contract comes to its end"),
    "f25_call": N_("The final call"),
    "f25_plan": N_("The plan before the contract ends"),
    "f25_feedback": N_("Ask for their opinion"),
    "f26": N_("Come back to an objection"),
    "f27": N_("Work begins"),
    "f28": N_("Days off are coming"),
    "request": N_("Ask for materials or access"),
    "no_results_yet": N_("No results on the first day"),
    "other_network": N_("Another network does better"),
    "make_another": N_("They do not like it"),
    "objection_listen": N_("An objection: listen first"),
    "objection": N_("An objection: paraphrase, propose, prove"),
    "objection_outcome": N_("An objection: what was agreed"),
    "sudden_call": N_("A call out of the blue"),
    "already_answered": N_("It stands in the plan or the report"),
    "pause": N_("A pause in a quarrel"),
    "voice_message": N_("Please write instead of speaking"),
    "noticed": N_("Something noticed on their side"),
    "good_news": N_("First good news"),
    "month_close": N_("The month closes"),
    "next_month": N_("The plan of the next month"),
    "where_we_are": N_("Where we are"),
    "ask_figures": N_("Ask for the figures agreed"),
    "reports_together": N_("Several reports at once"),
}
"""Every draft, by key, with the name under which it stands among the other drafts."""

SAME_AS = {
    "promise": "f3",
    "promise_provisional": "f3_provisional",
    "promise_moved": "f4_moved",
    "delivered": "f6",
    "confirm": "f7",
    "summary": "f12",
    "stop_notice": "f15",
    "resume_note": "f6_resumed",
    "feedback": "f25_feedback",
    "final_call": "f25_call",
    "sheet": "f19",
    "f4_late": "f4_moved",
    "f6_stopped": "f15",
}
"""Other names of a draft: of a verb, or of a variant that says nothing else."""


def is_of_a_reason(key: str) -> bool:
    """f1 … f28 and their variants belong to reasons to write; the others to cases of every day."""
    return key[0] == "f" and key[1:2].isdigit()
