"""A bug is said in the notice line, and its report is kept; the program goes on (fault 29)."""

from __future__ import annotations

from app.reports import keep_report
from app.words import Words
from ui.told import Told
from ui.widgets.notice import Notice, NoticeKind


def mistake_told(words: Words, error: BaseException) -> Told:
    """Keep the report; the line that says where it is."""
    try:
        raise error
    except BaseException:
        path = keep_report()
    sentence = words.text(
        "The program made a mistake; what was not said to be saved is not saved. The report is in {path}.",
        path=str(path),
    )
    return Told(Notice(sentence, NoticeKind.ERROR))
