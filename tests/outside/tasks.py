"""The twelve tasks of a day: each begins where the one before it ended, and takes nothing but keys."""

from __future__ import annotations

import pyatspi

from tests.outside.day import CLIENT, CONTACT, EDIT, OWNER, TOPICS, UNSENT, Day
from tests.outside.eye import Thing, has, line, walk

PHOTO = "The photos come on Friday"
ASKED = "12 photos of the team"
PAGES = {
    "1": "Write first", "2": "Clients", "3": "Calls", "4": "Edits", "5": "Week", "6": "Who else can vouch",
    "comma": "Settings",
}  # fmt: skip
TAKES_KEYS = {"push button", "check box", "radio button", "text", "combo box", "list", "table", "toggle button",
              "page tab", "spin button", "slider", "link"}  # fmt: skip


def first_run(day: Day) -> None:
    """Who I am, the first client, a channel, the terms (6.10)."""
    hand = day.hand
    hand.find("label", "Who are you?")
    hand.step_to("Ashore")
    hand.cursor_at("Your name, as on papers")
    hand.type(OWNER)
    hand.key("ctrl+Return")
    hand.find("label", "Who is your first client?")
    hand.tab_to("Client, as in the contract")
    hand.type(CLIENT)
    hand.tab_to("Name")
    hand.type(CONTACT)
    hand.key("ctrl+Return")
    hand.find("label", "Where and when do you talk?")
    hand.tab_to("Add a channel")
    hand.key("space")
    hand.step_to("Add a channel")
    hand.type("t")
    hand.tab_to("Address or number")
    hand.type("@tomfinch")
    for box in ("calls", "Preferred"):
        hand.tab_to(box)
        hand.key("space")
    hand.key("ctrl+Return")
    hand.gone("Add a channel")
    hand.step_to("Ashore")
    hand.says("@tomfinch")
    hand.key("ctrl+Return")
    hand.find("label", "How fast, how often?")
    day.say("agreed on the shore")


def keep_the_annex(day: Day) -> None:
    """The annex of the contract as a PDF; the journal begins."""
    hand = day.hand
    hand.tab_to("Open my journal")
    hand.key("space")
    _save_as(day, "Save the annex", str(day.annex))
    hand.until(day.annex.exists, "the annex on the disk")
    hand.find("", "Write first")
    hand.step_to("Ashore")
    day.say("kept the annex, and the journal is open")


def log_a_call(day: Day) -> None:
    """One topic, what was decided, by when: at most 12 keys beside the text (issue 5)."""
    hand = day.hand
    hand.cursor_at(CLIENT)
    hand.key("ctrl+l")
    hand.step_to("Call note")
    hand.cursor_at("Topic 1")
    hand.type(TOPICS[0])
    hand.key("Tab")
    hand.type("send 12 photos")
    hand.key("Tab", "Tab")
    hand.type("in 3 days")
    hand.key("ctrl+Return")
    hand.gone("Call note")
    hand.step_to("Message to")
    day.say("logged a call")


def send_its_summary(day: Day) -> None:
    """The composer holds it; left for later, it is a reason on Today; W brings it back."""
    hand = day.hand
    hand.key("Escape")
    hand.gone("Message to")
    hand.step_to("Ashore")
    hand.says(UNSENT)
    hand.cursor_at(CLIENT)
    hand.key("w")
    hand.step_to("Message to")
    hand.cursor_at("Text of the message")
    hand.key("ctrl+Return")
    hand.gone("Message to")
    hand.step_to("Ashore")
    day.say(f"sent its summary: {hand.says('Marked as sent by you')}")


def promise_an_edit(day: Day) -> None:
    """Logged, its date told."""
    hand = day.hand
    hand.key("ctrl+e")
    hand.step_to("Edit request")
    hand.cursor_at("What exactly")
    hand.type(EDIT)
    hand.until(lambda: EDIT in hand.text(hand.find("text", "Draft of the message")), "the edit in the draft")
    hand.key("ctrl+Return")
    hand.gone("Edit request")
    hand.step_to("Message to")
    hand.key("ctrl+Return")
    hand.gone("Message to")
    hand.step_to("Ashore")
    day.say("promised an edit, and told its date")


def log_a_message(day: Day) -> None:
    """One line that came in."""
    hand = day.hand
    hand.key("ctrl+n")
    hand.step_to("Log")
    hand.type(PHOTO)
    hand.key("Return")
    hand.gone("Log")
    hand.step_to("Ashore")
    day.say(f"logged a message: {hand.says('Saved as entry')}")


def ask_for_photos(day: Day) -> None:
    """A request to the client, with its date."""
    hand = day.hand
    hand.key("ctrl+r")
    hand.step_to("Request")
    hand.type(ASKED)
    hand.key("ctrl+Return")
    hand.gone("Request")
    day.say("asked for photos")


def plan_a_call(day: Day) -> None:
    """By the palette: there is no shortcut for it."""
    hand = day.hand
    if hand.windows()[-1].name.startswith("Message to"):
        hand.step_to("Message to")
        hand.key("ctrl+Return")
        hand.gone("Message to")
    hand.step_to("Ashore")
    hand.key("ctrl+k")
    hand.step_to("Search")
    hand.type("plan a call")
    hand.says("Plan a call")
    hand.key("Return")
    hand.step_to("Plan")
    hand.key("ctrl+Return")
    hand.gone("Plan")
    hand.step_to("Ashore")
    day.say("planned a call")


def find_an_entry(day: Day) -> None:
    """Typed from the middle of the words; Enter shows it where it happened."""
    hand = day.hand
    hand.key("ctrl+k")
    hand.step_to("Search")
    hand.type("photos friday")
    hand.says(PHOTO)
    hand.key("Return")
    hand.gone("Search")
    hand.step_to("Ashore")
    hand.says(PHOTO, hand.find("list", "Timeline"))
    day.say("found an entry in the timeline")


def correct_it(day: Day) -> None:
    """C in the timeline."""
    hand = day.hand
    hand.cursor_at("Timeline")
    hand.key("c")
    hand.step_to("Correct")
    hand.key("ctrl+End")
    hand.type(" at noon")
    hand.tab_to("Reason")
    hand.type("misread")
    hand.key("ctrl+Return")
    hand.gone("Correct")
    hand.step_to("Ashore")
    hand.says(f"{PHOTO} at noon", hand.find("list", "Timeline"))
    day.say("corrected it; the old words stay")


def print_the_week(day: Day) -> None:
    """The sheet as a PDF."""
    hand = day.hand
    hand.key("ctrl+5")
    hand.says(TOPICS[0])
    hand.key("ctrl+s")
    _save_as(day, "Save", str(day.sheet))
    hand.until(day.sheet.exists, "the sheet on the disk")
    hand.step_to("Ashore")
    day.say(f"kept the sheet of the week: {hand.says('Saved')}")


def check_the_evidence(day: Day) -> None:
    """Who could vouch for the journal, and whether it is sound."""
    hand = day.hand
    hand.key("ctrl+6")
    hand.find("", "Who else can vouch")
    hand.tab_to("Check now")
    hand.key("space")
    day.say(f"checked the journal: {hand.says('Journal checked')}")


TASKS = (
    ("First run: me, a client, a channel, terms", first_run),
    ("Annex of the contract as a PDF", keep_the_annex),
    ("A call with its outcome", log_a_call),
    ("Its summary, later, from Today", send_its_summary),
    ("An edit, its date promised and told", promise_an_edit),
    ("A message that came in", log_a_message),
    ("A request to the client", ask_for_photos),
    ("The next call planned", plan_a_call),
    ("An entry found", find_an_entry),
    ("The entry corrected", correct_it),
    ("The sheet of the week as a PDF", print_the_week),
    ("The journal checked", check_the_evidence),
)


def read_every_page(day: Day) -> int:
    """Every page as a screen reader finds it: what takes keys has a name. How many pages. Raises NotSo."""
    hand = day.hand
    for key, words in PAGES.items():
        hand.key(f"ctrl+{key}")
        hand.find("", words)
        nameless = [line(thing) for window in hand.windows() for thing in walk(window) if _is_nameless(thing)]
        if nameless:
            hand.refuse(f"On the page of {words!r} nothing names {nameless}.")
        day.say(f"read the page {words}: {len(hand.texts())} texts")
    return len(PAGES)


def leave(day: Day) -> None:
    """Ctrl+Q, and the program ends."""
    day.hand.leave()
    day.say("closed the window")


def _is_nameless(thing: Thing) -> bool:
    takes = has(thing, pyatspi.STATE_FOCUSABLE) and thing.getRoleName() in TAKES_KEYS
    return bool(takes and not thing.name.strip())


def _save_as(day: Day, title: str, path: str) -> None:
    hand = day.hand
    hand.step_to(title)
    hand.cursor_at("File name")
    hand.key("ctrl+a")
    hand.type(path)
    hand.key("Return")
    hand.gone(title)
