"""The evidence page on a real journal: ladder, heads, export, verify, check (6.9, 4.3, 4.5)."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.errors import Refused
from app.facts.evidence import BagAsked, Examined, Exported
from app.facts.held import heads_in
from app.facts.pages import Paper
from app.facts.vouching import HeadHeld, Vouched, rungs
from app.journal.evidence_page import bag_contents
from app.journal.reading_copy import reading_copy
from app.journal.vouching import vouching
from app.ledger.findings import Held, Verdict
from app.ledger.verify import verify
from tests.ui.reading import words_on
from ui.layout import Layout
from ui.pages.evidence import EvidencePage, asking
from ui.pages.evidence.by_hand import ByHand
from ui.pages.evidence.change_key import ChangeKey
from ui.pages.evidence.contents import summary
from ui.pages.evidence.ladder_card import shares
from ui.pages.evidence.verify_dialog import VerifyDialog
from ui.pages.settings_signing import SigningSettings
from ui.printing.layout import lay_out
from ui.sample import MOMENT
from ui.workbench import Told, Workbench

Show = Callable[..., QWidget]


@pytest.fixture
def albor(workbench: Workbench) -> int:
    return workbench.journal.clients.named("Clínica Dental Albor").number


@pytest.fixture
def page(workbench: Workbench, show: Show) -> EvidencePage:
    made = EvidencePage(workbench)
    show(made, 1140, 860)
    read(made, workbench)
    return made


def read(page: EvidencePage, workbench: Workbench) -> None:
    page.refresh()
    workbench.settle()


def give(workbench: Workbench, client: int) -> str:
    """Give the client a sheet; its head."""
    paper = workbench.journal.weeks.print_paper(client, "2026-W47")
    workbench.journal.weeks.mark_as_given(client, "2026-W47", paper, how="sent")
    return paper.foot.head


def exported(page: EvidencePage, workbench: Workbench, client: int, path: Path) -> None:
    page.export.client.editor.choose(str(client))
    page.export.client.editor.chosen.emit(str(client))
    assert page.export.asked is not None
    page.exporting.save_to(page.export.asked, path)
    workbench.settle()


def test_without_a_sheet_the_bar_is_hatched_and_the_first_sheet_is_offered(
    page: EvidencePage, workbench: Workbench
) -> None:
    wanted: list[str] = []
    workbench.wanted.connect(lambda place: wanted.append(place.page))
    assert page.shown is not None
    assert [part.hatched for part in shares(page.shown.vouching.rungs) if part.value] == [True]
    assert page.ladder.first.isVisible()
    page.ladder.week.emit()
    assert wanted == ["week"]
    assert "Nobody else holds a head of this journal yet." in words_on(page.heads)


def test_a_sheet_that_was_given_holds_the_entries_before_it(
    page: EvidencePage, workbench: Workbench, albor: int
) -> None:
    before = workbench.journal.size_and_head()[0]
    head = give(workbench, albor)
    read(page, workbench)
    assert page.shown is not None
    held = next(rung for rung in page.shown.vouching.rungs if rung.verdict is Vouched.HELD)
    own = page.shown.vouching.rungs[-1]
    assert (held.first, held.last) == (1, before)
    assert (own.first, own.last) == (before + 1, before + 2)
    assert page.shown.vouching.diverged == 0
    assert any(head[:8] in said and head[-8:] in said for said in words_on(page.heads))
    assert "to Clínica Dental Albor, WhatsApp" in words_on(page.heads)


def test_a_reply_that_quotes_the_head_acknowledges_it(page: EvidencePage, workbench: Workbench, albor: int) -> None:
    head = give(workbench, albor)
    assert vouching(workbench.journal).heads[0].verdict is Vouched.HELD
    grouped = " ".join(head[at : at + 8] for at in range(0, 64, 8))
    body = {"text": f"Recibido: {grouped}", "channel": "whatsapp", "source": {"class": "B", "id": "telegram:1:7"}}
    with workbench.journal.act() as act:
        act.put("message.received", albor, body)  # as an import writes it
    assert vouching(workbench.journal).heads[0].verdict is Vouched.ACKNOWLEDGED


def test_a_reply_that_the_owner_wrote_down_acknowledges_nothing(workbench: Workbench, albor: int) -> None:
    head = give(workbench, albor)
    workbench.journal.talk.received(albor, f"Recibido: {head}", channel="whatsapp")
    assert vouching(workbench.journal).heads[0].verdict is Vouched.HELD


def test_a_head_of_another_journal_is_shown_as_diverged(page: EvidencePage, workbench: Workbench, albor: int) -> None:
    workbench.journal.evidence.anchor(albor, "by_hand", 5, "0f" * 32)
    read(page, workbench)
    assert page.ladder.diverged.text() == "DIVERGED 1"
    assert page.shown is not None
    assert page.shown.vouching.covered == 0


def test_every_entry_counts_once_under_its_best_anchor() -> None:
    def anchor(size: int, verdict: Vouched) -> HeadHeld:
        return HeadHeld(
            entry=size + 1, client=3, client_name="", how="sheet", at=MOMENT, size=size, head="0" * 64, verdict=verdict
        )

    heads = (anchor(90, Vouched.TIMED), anchor(40, Vouched.ACKNOWLEDGED), anchor(70, Vouched.HELD))
    assert [(rung.first, rung.last) for rung in rungs(100, heads)] == [(1, 40), (41, 70), (71, 90), (91, 100)]


def test_a_share_that_would_crowd_out_the_others_is_broken() -> None:
    heads = (
        HeadHeld(
            entry=991, client=3, client_name="", how="sheet", at=MOMENT, size=990, head="0" * 64, verdict=Vouched.HELD
        ),
    )
    parts = [part for part in shares(rungs(1000, heads)) if part.value]
    assert [part.broken for part in parts] == [True, False]
    assert parts[0].value / sum(part.value for part in parts) == pytest.approx(0.58)


def test_copying_a_head_gives_it_as_a_verification_takes_it(
    page: EvidencePage, workbench: Workbench, albor: int
) -> None:
    size = workbench.journal.size_and_head()[0]
    head = give(workbench, albor)
    page.heads.copied.emit(f"{size}:{head}")
    assert QGuiApplication.clipboard().text() == f"{size}:{head}"


def test_the_summary_says_what_goes_in_and_what_stays_out(page: EvidencePage, workbench: Workbench, albor: int) -> None:
    workbench.journal.talk.note(albor, "Only for me.", private=True)
    page.export.client.editor.choose(str(albor))
    page.export.client.editor.chosen.emit(str(albor))
    page.export.go(3)
    workbench.settle()
    said = words_on(page.export.contents)
    assert said[said.index("Private notes left out") + 1] == "1"
    assert said[said.index("Entries shown") + 1] == "13"
    assert said[said.index("How to check it") + 1] == "Spanish, English"


def test_the_summary_says_how_many_pages_the_reading_copy_has_and_shows_it(
    page: EvidencePage, workbench: Workbench, albor: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """6.9: the last step says it, once they are counted."""
    edit = workbench.journal.edits.request(albor, "Change the header", title="Header")
    page.export.show_clients(tuple(workbench.journal.clients.all()))
    page.export.client.editor.choose(str(albor))
    page.export.client.editor.chosen.emit(str(albor))
    workbench.settle()
    page.export.go(3)
    workbench.settle()
    pages = lay_out(reading_copy(workbench.journal, BagAsked(client=albor))).count
    assert ("1 page" if pages == 1 else f"{pages} pages") in words_on(page.export.contents)
    opened: list[tuple[str, int, dict[str, object]]] = []
    monkeypatch.setattr(workbench, "open", lambda key, client=0, **what: opened.append((key, client, what)))
    page.export.contents.looked.emit()
    assert [(key, client) for key, client, _ in opened] == [("paper", albor)]
    paper = opened[0][2]["paper"]
    assert isinstance(paper, Paper)
    assert paper.title == reading_copy(workbench.journal, BagAsked(client=albor)).title
    assert page.export.asked is not None
    asked = replace(page.export.asked, items=(edit,))
    contents = bag_contents(workbench.journal, asked)
    assert ("Reading copy, 1 chosen item", "1 page") in summary(workbench.words, contents, 1)


def test_an_export_verifies_as_unanchored_and_as_held_with_the_head_of_the_sheet(
    page: EvidencePage, workbench: Workbench, albor: int, told: list[Told], tmp_path: Path
) -> None:
    size = workbench.journal.size_and_head()[0]
    head = give(workbench, albor)
    exported(page, workbench, albor, tmp_path / "albor.zip")
    assert told[-1].notice.text.startswith("Saved as albor.zip: 15 entries")
    assert verify(tmp_path / "albor.zip").verdict is Verdict.UNANCHORED
    assert verify(tmp_path / "albor.zip", [Held(size, head)]).verdict is Verdict.HELD
    with zipfile.ZipFile(tmp_path / "albor.zip") as bag:
        assert any(name.endswith("statement.pdf") for name in bag.namelist())


def test_an_export_without_a_reading_copy_has_none(
    page: EvidencePage, workbench: Workbench, albor: int, tmp_path: Path
) -> None:
    page.export.copy.click()
    exported(page, workbench, albor, tmp_path / "albor.zip")
    with zipfile.ZipFile(tmp_path / "albor.zip") as bag:
        assert not any(name.endswith("statement.pdf") for name in bag.namelist())


def test_an_export_that_cannot_be_written_is_offered_another_name(
    page: EvidencePage, workbench: Workbench, albor: int, told: list[Told], tmp_path: Path
) -> None:
    (tmp_path / "albor.zip").mkdir()
    exported(page, workbench, albor, tmp_path / "albor.zip")
    assert told[-1].notice.step == "Save as albor (2).zip"
    assert page.export.save.isEnabled()


def verified(workbench: Workbench, page: EvidencePage, path: Path, held: str = "") -> VerifyDialog:
    page.verify_file(path)
    assert page.dialog is not None
    page.dialog.held.editor.setPlainText(held)
    page.dialog.verify.click()
    workbench.settle()
    return page.dialog


def test_a_bag_is_verified_with_the_text_of_the_sheets_code(
    page: EvidencePage, workbench: Workbench, albor: int, tmp_path: Path
) -> None:
    paper = workbench.journal.weeks.print_paper(albor, "2026-W47")
    exported(page, workbench, albor, tmp_path / "albor.zip")
    dialog = verified(workbench, page, tmp_path / "albor.zip", f"seen on paper: {paper.foot.qr}")
    assert "It matches a head that you hold." in words_on(dialog.report)
    dialog.close()


def test_a_damaged_bag_names_the_entry_that_fails(
    page: EvidencePage, workbench: Workbench, albor: int, tmp_path: Path
) -> None:
    exported(page, workbench, albor, tmp_path / "albor.zip")
    with zipfile.ZipFile(tmp_path / "albor.zip") as bag, zipfile.ZipFile(tmp_path / "bad.zip", "w") as damaged:
        named = next(name for name in bag.namelist() if name.endswith(f"records/{albor:08d}.json"))
        for name in bag.namelist():
            data = bag.read(name)
            damaged.writestr(name, data.replace(b"Dental", b"Mental") if name == named else data)
    dialog = verified(workbench, page, tmp_path / "bad.zip")
    said = words_on(dialog.report)
    assert "Bytes contradict the list, the head or the signature." in said
    assert any(str(albor) in sentence for sentence in said[1:])
    dialog.close()


def test_a_head_with_a_missing_digit_is_refused_under_its_field(
    page: EvidencePage, workbench: Workbench, albor: int, tmp_path: Path
) -> None:
    exported(page, workbench, albor, tmp_path / "albor.zip")
    dialog = verified(workbench, page, tmp_path / "albor.zip", "12: abcd")
    assert "all 64 digits" in dialog.held.error
    dialog.close()


def test_the_text_of_a_sheet_gives_its_head(
    page: EvidencePage, workbench: Workbench, albor: int, tmp_path: Path
) -> None:
    paper = workbench.journal.weeks.print_paper(albor, "2026-W47")
    (tmp_path / "sheet.txt").write_text(f"Status of week 47\n\n{paper.foot.qr}\n", "utf-8")
    page.verify_file(tmp_path / "sheet.txt")
    assert page.dialog is not None
    assert page.dialog.held.editor.toPlainText() == paper.foot.qr
    assert page.dialog.path is None
    page.dialog.close()


def test_heads_are_read_as_they_are_printed_in_two_lines() -> None:
    groups = ["dde8ccbd"] * 8
    typed = "1296: " + " ".join(groups[:4]) + "\n" + " ".join(groups[4:])
    assert heads_in(typed) == ["1296: " + " ".join(groups)]
    assert heads_in("nonsense") == ["nonsense"]


def test_check_now_says_when_and_that_all_agrees(page: EvidencePage, workbench: Workbench) -> None:
    page.check.click()
    assert page.checking.strip.isVisible()
    workbench.settle()
    assert not page.checking.strip.isVisible()
    assert page.header.subtitle.text().endswith("Checked today at 11:42: every hash and link agrees with the list")


def test_a_check_can_be_stopped(
    page: EvidencePage, workbench: Workbench, told: list[Told], monkeypatch: pytest.MonkeyPatch
) -> None:
    def without_end(_: Workbench, tell: Callable[[int], None]) -> None:
        while True:
            tell(1)

    monkeypatch.setattr("ui.pages.evidence.asking.check", without_end)
    page.check.click()
    page.checking.strip.stopped.emit()
    workbench.settle()
    assert told[-1].notice.text == "The check was stopped. Nothing is known yet."
    assert page.checking.examined is None


def test_a_check_that_finds_a_changed_row_names_the_entry(page: EvidencePage, workbench: Workbench) -> None:
    with workbench.journal.database.transaction() as connection:
        connection.exec_driver_sql("UPDATE party SET name = 'Somebody else' WHERE number = 3")
    page.check.click()
    workbench.settle()
    assert page.ladder.invalid.text() == "INVALID 1"
    assert any("party" in said for said in words_on(page.checking.problems))
    assert isinstance(page.checking.examined, Examined)


def test_below_900_the_export_comes_last(page: EvidencePage) -> None:
    page.set_layout(Layout.SINGLE)
    assert page.body.lines.direction() == page.body.lines.Direction.TopToBottom


@pytest.mark.parametrize("language", ["en", "ru", "es"])
def test_verdicts_are_never_translated_and_nothing_more_is_claimed_than_is_true(
    workbench: Workbench, albor: int, show: Show, language: str
) -> None:
    give(workbench, albor)
    workbench.language = language
    made = EvidencePage(workbench)
    show(made, 1140, 860)
    read(made, workbench)
    said = words_on(made)
    assert {"ACKNOWLEDGED", "HELD", "TIMED", "UNANCHORED"} <= set(said)
    claims = ("legally valid", "tamper-proof", "court-approved", "guaranteed")
    assert not [sentence for sentence in said if any(claim in sentence.lower() for claim in claims)]


def test_a_head_on_paper_is_written_down_by_hand_and_a_slip_is_refused_at_the_digits(
    page: EvidencePage, workbench: Workbench, albor: int
) -> None:
    size, head = workbench.journal.size_and_head()
    read(page, workbench)
    assert page.shown is not None
    dialog = ByHand(workbench, page.shown.clients, page)
    dialog.client.editor.choose(str(albor))
    dialog.client.editor.chosen.emit(str(albor))
    dialog.held.editor.setPlainText(f"{size}: {'0f' * 32}")
    dialog.save()
    assert "another head" in dialog.held.error
    dialog.held.editor.setPlainText(f"{size}: {head[:32]}\n{head[32:]}".replace(head[:8], head[:8] + " "))
    dialog.save()
    newest = vouching(workbench.journal).heads[0]
    assert (newest.client, newest.how, newest.size, newest.verdict) == (albor, "by_hand", size, Vouched.HELD)
    assert newest.person == "Lucía Herrero"


def test_the_key_is_shown_and_changed_with_a_reason(page: EvidencePage, workbench: Workbench) -> None:
    old = workbench.journal.evidence.keys_used()[-1]
    assert page.shown is not None
    assert old.fingerprint.partition(":")[2][:20] in page.key.lines_of_key.fingerprint.text()
    dialog = ChangeKey(workbench, old, page)
    dialog.save()
    assert "why the key is changed" in dialog.reason.error
    dialog.reason.editor.setText("A new computer")
    dialog.save()
    read(page, workbench)
    keys = workbench.journal.evidence.keys_used()
    assert (len(keys), keys[0].fingerprint) == (2, old.fingerprint)
    assert keys[1].fingerprint.partition(":")[2][:20] in page.key.lines_of_key.fingerprint.text()
    assert any("1 key before it." in said for said in words_on(page.key))


def test_the_settings_show_the_key_and_where_it_lies_and_change_it(
    workbench: Workbench, show: Show, page: EvidencePage
) -> None:
    """6.2: keys are among the settings; the same words stand on the page of evidence."""
    row = SigningSettings(workbench)
    show(row, 700, 300)
    row.refresh()
    workbench.settle()
    present = workbench.journal.evidence.keys_used()[-1]
    assert row.keys[-1] == present
    assert present.file and (workbench.journal.path.parent / present.file).is_file()
    assert any(
        f"It lies beside the journal in {present.file}, readable by you alone." in said for said in words_on(row)
    )
    assert any(present.file in said for said in words_on(page.key))
    row.change.click()
    dialog = row.findChild(ChangeKey)
    assert dialog is not None
    dialog.reason.editor.setText("A new computer")
    dialog.save()
    row.refresh()
    workbench.settle()
    assert row.keys[-1].fingerprint != present.fingerprint


def test_a_key_that_others_can_read_is_refused_in_a_sentence(page: EvidencePage, workbench: Workbench) -> None:
    """4.2: a 0600 file. One with wide permissions signs nothing until it is closed to others."""
    present = workbench.journal.evidence.keys_used()[-1]
    file = workbench.journal.path.parent / present.file
    file.chmod(0o644)
    with pytest.raises(Refused, match="chmod 600"):
        workbench.journal.evidence.checkpoint()
    file.chmod(0o600)
    workbench.journal.evidence.checkpoint()


def test_a_reading_copy_is_limited_to_chosen_items(
    page: EvidencePage, workbench: Workbench, albor: int, tmp_path: Path
) -> None:
    edit = workbench.journal.edits.request(albor, "Change the header", title="Header")
    page.export.client.editor.choose(str(albor))
    page.export.client.editor.chosen.emit(str(albor))
    workbench.settle()
    page.export.go(2)
    page.export.items.scope.choose("chosen")
    page.export.items.scope.changed.emit("chosen")
    boxes = page.export.items.boxes
    assert edit in boxes and "Header" in boxes[edit].text()
    boxes[edit].setChecked(True)
    assert page.export.asked is not None and page.export.asked.items == (edit,)
    page.export.go(3)
    workbench.settle()
    assert "Reading copy, 1 chosen item" in words_on(page.export.contents)
    page.exporting.save_to(page.export.asked, tmp_path / "albor.zip")
    workbench.settle()
    assert verify(tmp_path / "albor.zip").problems == ()


def test_an_export_can_be_stopped_and_leaves_nothing(
    page: EvidencePage, workbench: Workbench, albor: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    export, pressed = asking.export, Event()

    def when_stop_was_pressed(*given: Any) -> Exported:
        assert pressed.wait(30)
        return export(*given)

    monkeypatch.setattr(asking, "export", when_stop_was_pressed)
    page.export.client.editor.choose(str(albor))
    page.export.client.editor.chosen.emit(str(albor))
    assert page.export.asked is not None
    page.exporting.save_to(page.export.asked, tmp_path / "albor.zip")
    assert page.export.writing.isVisibleTo(page.export)
    page.export.writing.stopped.emit()
    pressed.set()
    workbench.settle()
    assert not page.export.writing.isVisibleTo(page.export)
    assert list(tmp_path.glob("albor*")) == []
