"""Where drafts are read from: the owner's own versions beside the journal, then the shipped ones (3.3)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from app.errors import Unavailable
from app.resources import resource
from app.words import N_

STYLES = ("formal", "plain", "friendly")

TITLES = {
    "f1": N_("First message to a new client"),
    "f2": N_("Answer"),
    "f3": N_("A date is promised"),
    "f3_provisional": N_("A provisional date"),
    "f4": N_("A promised day has come"),
    "f4_moved": N_("A promise is moved"),
    "f5": N_("The firm date after a provisional one"),
    "f6": N_("It is ready"),
    "f6_stage": N_("A stage is ready"),
    "f6_resumed": N_("Work goes on"),
    "f7": N_("Ask the contact to confirm"),
    "f7_message": N_("Somebody else wrote"),
    "f8": N_("Back to the agreed channel"),
    "f9": N_("Agree topic, time and channel of a call"),
    "f12": N_("Summary of a call"),
    "f12_confirmation": N_("Confirm the summary of a call"),
    "f13": N_("Propose a call"),
    "f14": N_("Materials are due today"),
    "f14_1": N_("First reminder"),
    "f14_2": N_("Second reminder"),
    "f14_3": N_("Last reminder"),
    "f14_acceptance": N_("Acceptance ends"),
    "f15": N_("Work stops"),
    "f16": N_("The contract ends with something open"),
    "f17": N_("Warn of a risk"),
    "f18": N_("A stage is due"),
    "f19": N_("Send the weekly sheet"),
    "f20": N_("A figure is off its line"),
    "f21": N_("A word after some silence"),
    "f22": N_("A word before they ask"),
    "f23": N_("Who speaks for the client"),
    "f24": N_("Agree the rules"),
    "f25": N_("The contract comes to its end"),
    "f26": N_("Come back to an objection"),
    "f27": N_("Work begins"),
    "f28": N_("Days off are coming"),
    "request": N_("Ask for materials or access"),
    "no_results_yet": N_("No results on the first day"),
    "other_network": N_("Another network does better"),
    "make_another": N_("They do not like it"),
    "objection": N_("An objection"),
    "sudden_call": N_("A call out of the blue"),
    "already_answered": N_("It stands in the plan or the report"),
    "pause": N_("A pause in a quarrel"),
    "voice_message": N_("Please write instead of speaking"),
    "noticed": N_("Something noticed on their side"),
    "good_news": N_("First good news"),
    "month_close": N_("The month closes"),
    "next_month": N_("The plan of the next month"),
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
    "sheet": "f19",
    "f4_late": "f4_moved",
    "f3_returned": "f3",
    "f3_resumed": "f3",
    "f6_stopped": "f15",
}


class Template(NamedTuple):
    """The text of a draft before its values, and the language it is written in."""

    text: str
    language: str


def template(key: str, style: str, language: str, own_folder: Path | None = None) -> Template:
    """The nearest draft: the key or its rule, in the style or plain, in the language or English; else an empty one."""
    for said_in in dict.fromkeys((language, "en")):
        for name in _names(key, style):
            text = _own_or_shipped(said_in, name, own_folder)
            if text is not None:
                return Template(text, said_in)
    return Template("", language)


def subject_template(key: str, language: str) -> str:
    """The subject for a mail with this draft; empty where there is none."""
    path = resource("drafts", language, "subjects.txt")
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    subjects = dict(line.split(" = ", 1) for line in lines if " = " in line)
    return next((subjects[known] for known in _keys(key) if known in subjects), "")


def keep_own(own_folder: Path, language: str, key: str, style: str, text: str) -> Path:
    """Keep the owner's own version of a draft beside the journal; it is read before the shipped one."""
    path = own_folder / language / f"{key}.{style}.txt"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise Unavailable(
            "The draft was not kept, the file {path} cannot be written. Your text is still here.", path=str(path)
        ) from error
    return path


def _keys(key: str) -> Iterator[str]:
    """The key itself, what it is another name of, and the rule it is a variant of."""
    yield key
    if key in SAME_AS:
        yield SAME_AS[key]
    elif key not in TITLES:
        yield key.split("_", 1)[0]


def _names(key: str, style: str) -> Iterator[str]:
    for known in _keys(key):
        for manner in dict.fromkeys((style, "plain")):
            yield f"{known}.{manner}.txt"


def _own_or_shipped(language: str, name: str, own_folder: Path | None) -> str | None:
    folders = [own_folder / language] if own_folder else []
    for folder in [*folders, resource("drafts", language)]:
        try:
            return (folder / name).read_text(encoding="utf-8").strip("\n")
        except (OSError, UnicodeDecodeError):
            continue
    return None
