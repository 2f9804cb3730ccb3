"""Erasing by the window: the plan first, why, one question, and an empty card that stays (4.7, 6.4)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.facts.erasure import Grounds
from app.journal.imports import Asked
from tests.cli.test_their_export import exported
from tests.ui.reading import words_on
from tests.ui.shore import Shore
from ui.dialogs.compose import Compose
from ui.dialogs.entry_details import EntryDetails
from ui.dialogs.erase import Erase
from ui.pages.client.journal_tab import JournalTab
from ui.pages.client.people_tab import PeopleTab
from ui.widgets.button import IconButton

Show = Callable[..., QWidget]
SECRET = "El código del portal es Alcornoque-41"


@pytest.fixture
def said(shore: Shore) -> int:
    return shore.journal.talk.received(shore.client, SECRET, channel="whatsapp")


def opened(shore: Shore, show: Show, **what: object) -> Erase:
    made = Erase(shore.bench, shore.client, **what)  # type: ignore[arg-type]
    show(made)
    shore.bench.settle()
    return made


def test_the_plan_comes_first_and_nothing_is_written_without_a_reason(shore: Shore, said: int, show: Show) -> None:
    """4.7: never without the plan shown; why it is done stays on record."""
    before = shore.journal.size_and_head()
    dialog = opened(shore, show, entries=(said,))
    told = " ".join(words_on(dialog))
    assert "This goes for good" in told
    assert SECRET in told
    assert "This cannot be called back" in told
    dialog.save()
    assert dialog.why.reason.error
    dialog.why.reason.editor.setText("Lucía asked")
    dialog.save()
    assert "This cannot be undone" in dialog.problem.accessibleName() + " ".join(words_on(dialog.problem))
    assert shore.journal.size_and_head() == before
    dialog.reject()
    assert SECRET in shore.journal.reading.entry(said).text


def test_a_copy_of_the_imported_chat_is_offered_and_kept(shore: Shore, show: Show, tmp_path: Path) -> None:
    """4.7: the file is dropped, or replaced by a copy without the passage where the owner wants it."""
    chat = exported(tmp_path / "chat.json", "Lucía Herrero", 5, 10)
    shore.journal.imports.take(shore.client, chat, Asked(me="Elena Marín"))
    first = next(each.seq for each in shore.entries() if each.text == "Línea 0")
    dialog = opened(shore, show, entries=(first,))
    assert dialog.why.copies.text() == "Keep a copy of chat.json without these words"
    dialog.why.copies.click()
    dialog.why.reason.editor.setText("Lucía asked")
    dialog.save()
    dialog.save()
    shore.bench.settle()
    QApplication.processEvents()
    assert "1 imported file was replaced by a copy without the words" in " ".join(words_on(dialog))
    copy = next(each for each in reversed(shore.entries()) if each.kind == "file.imported")
    assert copy.body["counts"] == {"messages": 1, "left_out": 1}


def test_no_copy_is_offered_where_nothing_was_imported(shore: Shore, said: int, show: Show) -> None:
    assert not opened(shore, show, entries=(said,)).why.copies.isVisible()


def test_the_second_press_erases_and_says_what_became_of_the_backups(shore: Shore, said: int, show: Show) -> None:
    """4.7: one question, then all of it; older backups are named and go."""
    old = shore.journal.backups.make()
    dialog = opened(shore, show, entries=(said,))
    assert old.name in " ".join(words_on(dialog))
    dialog.why.reason.editor.setText("Lucía asked")
    dialog.why.basis.editor.setText("GDPR 17")
    dialog.why.asked_by.editor.choose(str(shore.lucia))
    dialog.save()
    dialog.save()
    shore.bench.settle()
    QApplication.processEvents()  # a line that was added is shown with the next event
    told = " ".join(words_on(dialog))
    assert "It is done." in told
    assert "1 older one was deleted" in told
    assert shore.journal.reading.entry(said).redacted
    body = shore.entries()[-1].body
    assert (body["reason"], body["basis"], body["asked_by"]) == ("Lucía asked", "GDPR 17", shore.lucia)


def test_under_a_legal_hold_the_window_says_what_to_do(shore: Shore, said: int, show: Show) -> None:
    """4.7: refused in a sentence, with nothing to press but Close."""
    shore.journal.clients.hold(shore.client, True, "court")
    dialog = opened(shore, show, entries=(said,))
    assert "Lift the hold first" in " ".join(words_on(dialog.problem))
    assert not dialog.do.isVisible()


def test_a_row_of_the_timeline_and_its_details_lead_to_the_plan(shore: Shore, said: int, show: Show) -> None:
    """6.4: by the right button, by the menu key, and from the details."""
    tab = JournalTab(shore.bench)
    tab.show_client(shore.client)
    show(tab, 1000, 700)
    assert tab.timeline.go_to_entry(said)
    line = tab.timeline.current
    assert line is not None
    menu = tab.menus.menu_of(line)
    texts = [each.text() for each in menu.actions() if not each.isSeparator()]
    named = [text.partition("\t")[0] for text in texts]
    assert named == ["Open", "Answer", "Correct", "Copy text", "Go to a day or an entry", "Erase…"]
    tab.menus.take(menu.actions()[-1])
    EntryDetails(shore.bench, shore.client, line=line)._erase()
    assert shore.bench.opened == [("erase", shore.client, {"entries": (said,)})] * 2
    by_key = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), QPoint(1, 1))
    assert tab.menus.eventFilter(tab.timeline, by_key)
    shown = QApplication.activePopupWidget()
    assert shown is not None
    assert shown.accessibleName() == f"Entry {said}"
    shown.close()


def test_the_people_list_offers_to_take_a_name_away(shore: Shore, show: Show) -> None:
    """4.7: person.anonymised from the window."""
    tab = PeopleTab(shore.bench)
    tab.show_page(shore.journal.desk.client_page(shore.client))
    show(tab, 900, 600)
    shore.bench.settle()
    button = next(each for each in tab.findChildren(IconButton) if each.property("person") == shore.lucia)
    button.click()
    assert shore.bench.opened == [("erase", shore.client, {"person": shore.lucia})]
    dialog = opened(shore, show, person=shore.lucia)
    dialog.why.reason.editor.setText("asked")
    dialog.save()
    dialog.save()
    shore.bench.settle()
    assert "Person 1" in [each.name for each in shore.journal.clients.people(shore.client)]


def test_other_entries_with_the_same_words_join_the_plan_by_one_press(shore: Shore, said: int, show: Show) -> None:
    """4.7: what also holds the words is named, and may go with them."""
    again = shore.journal.talk.note(shore.client, SECRET)
    dialog = opened(shore, show, entries=(said,))
    dialog.take_these_too()
    shore.bench.settle()
    assert dialog.plan is not None
    assert [each.seq for each in dialog.plan.records] == [said, again]


def test_a_letter_that_is_still_open_is_closed_first(shore: Shore, said: int, show: Show) -> None:
    """4.7: drafts go too, and an open window would keep its own again."""
    letter = Compose(shore.bench, shore.client, text=SECRET)
    show(letter)
    dialog = opened(shore, show, entries=(said,))
    dialog.why.reason.editor.setText("asked")
    dialog.save()
    assert "still open" in " ".join(words_on(dialog.problem))
    letter.close()
    dialog.save()
    assert "cannot be undone" in " ".join(words_on(dialog.problem))


def test_an_erased_row_that_loses_its_time_leaves_no_words_on_the_page(shore: Shore, show: Show) -> None:
    """4.7: when it happened is erased too, so the empty card stands where it was recorded."""
    early = shore.journal.talk.received(shore.client, SECRET, channel="whatsapp", at=shore.clock() - timedelta(days=2))
    for count in range(3):
        shore.journal.talk.sent(
            shore.client, f"Línea {count}", channel="whatsapp", at=shore.clock() - timedelta(days=1)
        )
    tab = JournalTab(shore.bench)
    tab.show_client(shore.client)
    show(tab, 1000, 700)
    plan = shore.journal.erasing.plan([early])
    shore.journal.erasing.erase(plan, Grounds(reason="asked"))
    tab.show_client(shore.client)
    lines = tab.timeline.lines.lines
    assert all(SECRET not in line.entry.text for line in lines)
    assert [line.key for line in lines] == sorted(line.key for line in lines)
