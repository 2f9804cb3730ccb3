"""The words of the week page: weeks, sections, languages, names of files."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from app.facts.month import PaperSort
from app.facts.sheets import ALL_CLIENTS, ReportDue, SheetAsked, SheetShown
from app.facts.visible import visible
from app.facts.week import SheetSection
from app.papers.reasons import due_words
from app.words import N_, Words
from ui.language_names import LANGUAGES
from ui.saving import file_name

SECTIONS = {
    SheetSection.DONE: N_("Done"),
    SheetSection.PROMISED: N_("Promised dates"),
    SheetSection.WAITING: N_("Waiting for you"),
    SheetSection.CALLS: N_("Calls"),
    SheetSection.DECISIONS: N_("Decisions"),
    SheetSection.PLAN: N_("Plan"),
    SheetSection.GOALS: N_("Goals"),
    SheetSection.RISKS: N_("Risks told"),
    SheetSection.NEXT_WEEK: N_("Next week"),
    SheetSection.LOST_DAYS: N_("Lost days"),
    SheetSection.FIGURES: N_("In figures"),
}
SORTS = {
    PaperSort.WEEKLY: N_("Week"),
    PaperSort.MONTHLY: N_("Month"),
    PaperSort.FINAL: N_("Final"),
    PaperSort.PLAN: N_("Plan"),
}
OFFERING = (PaperSort.MONTHLY, PaperSort.FINAL)
"""Papers with a place for what could be done next."""
AS_AGREED = {"en": N_("English, as agreed"), "ru": N_("Russian, as agreed"), "es": N_("Spanish, as agreed")}


def monday_of(week: str) -> date:
    """The first day of an ISO week such as 2026-W47."""
    return date.fromisocalendar(int(week[:4]), int(week[6:]), 1)


def moved(week: str, by: int) -> str:
    """The ISO week so many weeks later."""
    year, number, _ = (monday_of(week) + timedelta(weeks=by)).isocalendar()
    return f"{year}-W{number:02}"


def month_moved(month: str, by: int) -> str:
    """The month so many months later."""
    years, number = divmod(int(month[:4]) * 12 + int(month[5:7]) - 1 + by, 12)
    return f"{years}-{number + 1:02}"


def turned(shown: SheetShown, wanted: SheetAsked, by: int) -> SheetAsked:
    """The same paper so many weeks or months on or back; 0 is this one, of a plan the next. Only a plan looks ahead."""
    if wanted.sort is PaperSort.FINAL:
        return wanted
    if wanted.sort is PaperSort.WEEKLY:
        week = moved(wanted.week, by) if by else shown.this_week
        return replace(wanted, week=min(week, shown.this_week))
    if not by:
        return replace(wanted, month="")
    month = month_moved(shown.made.period, by)
    border = max if wanted.sort is PaperSort.PLAN else min
    return replace(wanted, month=border(month, shown.this_month))


def week_title(words: Words, week: str) -> str:
    """ "Week 47"."""
    return words.text("Week {number}", number=int(week[6:]))


def sheet_title(words: Words, sort: PaperSort, period: str) -> str:
    """ "Week 47", "November 2026", "Final report", "Plan: December 2026"; a paper of a newer version by its period."""
    if sort is PaperSort.FINAL:
        return words.text("Final report")
    if "-W" in period:
        return week_title(words, period)
    if len(period) != len("2026-11"):
        return period
    month = Words(words.language).month(date.fromisoformat(f"{period}-01"))
    return words.text("Plan: {month}", month=month) if sort is PaperSort.PLAN else Words.capital(month)


def days_of(words: Words, first: date, last: date) -> str:
    """ "Monday, 16 to Sunday, 22 November 2026"; both months where there are two."""
    plain = words if words.this_year is None else Words(words.language)
    if (last - first).days == 6 and first.month == last.month:
        text = plain.text("Monday, {day} to {sunday} {year}", day=first.day, sunday=last, year=last.year)
    else:
        text = plain.text("{monday} to {sunday} {year}", monday=first, sunday=last, year=last.year)
    return Words.capital(text)


def language_name(words: Words, language: str, *, agreed: bool) -> str:
    """ "Spanish, as agreed", or the name alone."""
    return words.text((AS_AGREED if agreed else LANGUAGES)[language])


def due_of(words: Words, due: ReportDue, now: datetime, zone: ZoneInfo) -> str:
    """ "today by 18:00", "late 2 working days"."""
    return due_words(words, due.severity, due.due, now, zone, late_minutes=due.late_minutes, late_days=due.late_days)


def sheet_file(words: Words, shown: SheetShown) -> str:
    """A name for the PDF: client and period, without what no file system takes."""
    name = client_name(words, shown.asked, shown)
    if shown.asked.sort is PaperSort.WEEKLY:
        said = words.text("{client}, week {number}", client=name, number=int(shown.asked.week[6:]))
    else:
        period = sheet_title(words, shown.asked.sort, shown.made.period)
        said = words.text("{client}, {period}", client=name, period=period)
    return file_name(said)


def client_name(words: Words, asked: SheetAsked, shown: SheetShown) -> str:
    """The client's name, or the words for all of them."""
    if asked.client == ALL_CLIENTS:
        return words.text("All clients")
    return next((visible(each.name) for each in shown.clients if each.number == asked.client), "")
