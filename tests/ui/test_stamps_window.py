"""Time stamps in the window: the card, files by hand, the network only once it is switched on (6.9, 4.4)."""

from __future__ import annotations

import shutil
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.facts.vouching import Vouched
from app.ledger.findings import Verdict
from app.ledger.verify import verify
from tests.exchange.stamp_server import stamp_server
from tests.ledger.authority import Authority
from tests.ui.reading import words_on
from ui.pages.evidence import EvidencePage
from ui.pages.evidence.stamps_dialog import StampsDialog
from ui.pages.evidence.verify_dialog import VerifyDialog
from ui.stamp_sending import begin_stamping, sending_of
from ui.widgets.notice import NoticeKind
from ui.workbench import Told, Workbench

pytestmark = pytest.mark.skipif(not shutil.which("openssl"), reason="openssl is not installed here")

Show = Callable[..., QWidget]


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("authority") / "true")


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "127.0.0.1")


@pytest.fixture
def page(workbench: Workbench, show: Show) -> EvidencePage:
    made = EvidencePage(workbench)
    show(made, 1140, 900)
    read(made, workbench)
    return made


@pytest.fixture
def dialog(workbench: Workbench, behind: QWidget) -> Iterator[StampsDialog]:
    made = StampsDialog(workbench, parent=behind)
    made.show()
    yield made
    made.close()


def read(page: EvidencePage, workbench: Workbench) -> None:
    page.refresh()
    workbench.settle()


def test_by_hand_from_the_folder_to_timed(
    page: EvidencePage, workbench: Workbench, told: list[Told], authority: Authority, tmp_path: Path
) -> None:
    assert page.stamps.state.text() == "sending is off"
    assert not page.stamps.send.isVisible()
    size = workbench.journal.size_and_head()[0]
    page.stamping.save_to(str(tmp_path))
    workbench.settle()
    assert told[-1].notice.text.startswith("1 request is saved in")
    assert page.stamps.queue.text() == "1 request waits. It is 69 bytes: only the hash leaves this computer."
    (request,) = tmp_path.glob("*.tsq")
    (tmp_path / "reply.tsr").write_bytes(authority.reply(request.read_bytes()))
    page.stamping.take([str(tmp_path / "reply.tsr")])
    read(page, workbench)
    assert told[-1].notice.kind is NoticeKind.PLAIN
    assert page.stamps.queue.text() == f"A time authority saw the head of entries 1 to {size}."
    assert page.shown is not None
    timed = next(rung for rung in page.shown.vouching.rungs if rung.verdict is Vouched.TIMED)
    assert (timed.first, timed.last) == (1, size)
    assert "checkpoint, by Test authority" in words_on(page.heads)


def test_nothing_new_is_nothing_to_ask_for(
    page: EvidencePage, workbench: Workbench, told: list[Told], authority: Authority, tmp_path: Path
) -> None:
    workbench.journal.stamps.request()
    reply = authority.reply(workbench.journal.stamps.waiting()[0].data)
    workbench.journal.stamps.take_reply("reply", reply)
    page.stamping.save_to(str(tmp_path))
    assert told[-1].notice.text.startswith("Nothing was recorded since the last stamp")
    assert not list(tmp_path.glob("*.tsq"))


def test_what_is_refused_is_said_and_the_rest_is_kept(
    page: EvidencePage, workbench: Workbench, told: list[Told], authority: Authority, tmp_path: Path
) -> None:
    page.stamping.save_to(str(tmp_path))
    (request,) = tmp_path.glob("*.tsq")
    page.stamping.take([str(request)])
    assert told[-1].notice.text.startswith(f"{request.name}: It is a request, not a reply.")
    assert told[-1].notice.kind is NoticeKind.ERROR
    (tmp_path / "reply.tsr").write_bytes(authority.reply(request.read_bytes()))
    page.stamping.take([str(request), str(tmp_path / "reply.tsr")])
    assert told[-1].notice.text == "1 reply is kept. 1 was refused."


def test_while_sending_is_off_no_socket_is_opened_whatever_is_done(
    page: EvidencePage, dialog: StampsDialog, workbench: Workbench, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    opened: list[object] = []

    class Watched(socket.socket):
        def __init__(self, *args: object, **more: object) -> None:
            opened.append(args)
            raise OSError("no socket is to be opened")

    monkeypatch.setattr(socket, "socket", Watched)
    workbench.set(stamp_authorities=("http://127.0.0.1:9/tsr",), stamp_after_checkpoint=True)
    begin_stamping(workbench)
    page.stamping.save_to(str(tmp_path))
    workbench.journal.evidence.checkpoint()
    workbench.journal.talk.note(workbench.journal.clients.all()[0].number, "Something new")
    sending_of(workbench).after_checkpoint()
    assert not dialog.send.isEnabled()
    read(page, workbench)
    assert opened == []


def test_a_click_sends_69_bytes_and_takes_the_stamp_in(
    page: EvidencePage, workbench: Workbench, authority: Authority, qtbot: QtBot
) -> None:
    workbench.set(stamp_root=str(authority.root))
    with stamp_server(authority) as (address, heard):
        workbench.set(stamps_by_network=True, stamp_authorities=(address,))
        read(page, workbench)
        assert page.stamps.state.text() == "sending is on"
        assert page.stamps.leaves.text().startswith("To 127.0.0.1 goes a request of 69 bytes: a hash and a random")
        with qtbot.waitSignal(sending_of(workbench).ended):
            qtbot.mouseClick(page.stamps.send, Qt.MouseButton.LeftButton)
            assert not page.stamps.send.isEnabled()
    assert [len(one.body) for one in heard] == [69]
    assert page.stamps.send.isEnabled()
    assert verify(workbench.journal.path, roots=authority.root).verdict is Verdict.TIMED


def test_an_authority_that_is_not_there_leaves_the_queue_as_it_is(
    page: EvidencePage, workbench: Workbench, told: list[Told], qtbot: QtBot
) -> None:
    workbench.set(stamps_by_network=True, stamp_authorities=("http://127.0.0.1:9/tsr",))
    with qtbot.waitSignal(sending_of(workbench).ended):
        sending_of(workbench).send()
    assert "127.0.0.1 cannot be reached. The request waits on; try again later." in told[-1].notice.text
    assert len(workbench.journal.stamps.queue().waiting) == 1
    with qtbot.waitSignal(sending_of(workbench).ended):
        sending_of(workbench).send()
    assert len(workbench.journal.stamps.queue().rows) == 1


def test_where_it_was_allowed_a_new_checkpoint_is_stamped_once_without_a_click(
    workbench: Workbench, authority: Authority, qtbot: QtBot
) -> None:
    workbench.journal.evidence.checkpoint()
    with stamp_server(authority) as (address, heard):
        workbench.set(stamps_by_network=True, stamp_after_checkpoint=True, stamp_authorities=(address,))
        with qtbot.waitSignal(sending_of(workbench).ended):
            begin_stamping(workbench)
        sending_of(workbench).after_checkpoint()
        workbench.journal.evidence.checkpoint()
        workbench.refresh()
        assert not sending_of(workbench).busy, "the entry of the stamp itself is no news"
    assert len(heard) == 1


def test_the_dialog_says_what_leaves_before_anything_does_and_refuses_what_is_no_address(
    dialog: StampsDialog, workbench: Workbench
) -> None:
    assert not dialog.on.isChecked()
    assert "No authority is named yet" in dialog.leaves.text()
    dialog.addresses.editor.setPlainText("tsa.example")
    dialog.addresses.editor.left.emit()
    assert "no address of an authority" in dialog.addresses.error
    assert workbench.settings.stamp_authorities == ()
    dialog.addresses.editor.setPlainText("https://tsa.example/tsr\n")
    dialog.on.click()
    dialog.addresses.editor.left.emit()
    assert dialog.addresses.error == ""
    assert workbench.settings.stamp_authorities == ("https://tsa.example/tsr",)
    assert dialog.leaves.text().startswith("To tsa.example goes a request of 69 bytes")
    assert dialog.send.isEnabled()
    dialog.on.click()
    assert not workbench.settings.stamps_by_network
    assert not dialog.send.isEnabled()


def test_a_root_is_kept_only_where_it_holds_a_certificate(
    dialog: StampsDialog, workbench: Workbench, authority: Authority, tmp_path: Path
) -> None:
    (tmp_path / "none.pem").write_text("nothing")
    dialog.root.editor.take(str(tmp_path / "none.pem"))
    assert "holds no certificate" in dialog.root.error
    assert workbench.settings.stamp_root == ""
    dialog.root.editor.take(str(authority.root))
    assert dialog.root.error == ""
    assert workbench.settings.stamp_root == str(authority.root)


def test_a_file_is_timed_in_the_window_for_a_reader_who_names_a_root(
    workbench: Workbench, behind: QWidget, authority: Authority, tmp_path: Path
) -> None:
    workbench.journal.stamps.request()
    workbench.journal.stamps.take_reply("reply", authority.reply(workbench.journal.stamps.waiting()[0].data))
    dialog = VerifyDialog(workbench, workbench.journal.path, parent=behind)
    dialog.start()
    workbench.settle()
    assert "Valid inside only." in words_on(dialog.report)
    dialog.root.editor.take(str(authority.root))
    dialog.start()
    workbench.settle()
    assert "A time stamp was checked against the root that you chose." in words_on(dialog.report)
    dialog.root.editor.take(str(tmp_path / "none.pem"))
    dialog.start()
    assert "cannot be read" in dialog.root.error
    dialog.close()


def test_every_control_is_reached_by_tab_and_has_a_name(dialog: StampsDialog) -> None:
    for control in (dialog.on, dialog.after, dialog.root.editor.line, dialog.root.editor.choose,
                    dialog.addresses.editor, dialog.send, dialog.table):  # fmt: skip
        assert control.accessibleName() or control.text()
        assert control.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_a_stamp_is_said_among_what_the_journal_shows(
    page: EvidencePage, workbench: Workbench, authority: Authority
) -> None:
    size = workbench.journal.size_and_head()[0]
    workbench.journal.stamps.request()
    workbench.journal.stamps.take_reply("reply", authority.reply(workbench.journal.stamps.waiting()[0].data))
    read(page, workbench)
    assert f"Entries 1 to {size} were there when a time authority saw their head." in words_on(page.shows)


def test_the_dialog_says_what_became_of_what_was_sent(
    dialog: StampsDialog, workbench: Workbench, authority: Authority, qtbot: QtBot
) -> None:
    with stamp_server(authority) as (address, _):
        workbench.set(stamps_by_network=True, stamp_authorities=(address,))
        with qtbot.waitSignal(sending_of(workbench).ended):
            sending_of(workbench).send()
            assert dialog.outcome.text().startswith("The authority is being asked.")
    assert "CN=Test authority saw their head at" in dialog.outcome.text()
    assert dialog.table.model().rowCount() == 1
