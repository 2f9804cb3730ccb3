"""Every attack of 4-evidence 4.8 in one table: what verify says of it from inside, and with a head that others hold.

What is honestly not seen from inside says so here, with what does see it. An attack without a test fails.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from app.clock import FixedClock
from app.journal.checking import verify_path
from app.journal.opening import create_journal
from app.ledger import sshsig
from app.ledger.findings import Held, Verdict
from app.ledger.high_water import HighWater
from app.ledger.verify import verify
from app.storage.attachment_files import AttachmentFiles
from tests.attacks import test_journal_attacks as rows
from tests.attacks.hand import hand, rewrite
from tests.attacks.small_bag import seal, write_bag
from tests.ledger.small_journal import KEY, OTHER_KEY, START, SmallJournal, small_journal

INVALID, DIVERGED, UNANCHORED, HELD = Verdict.INVALID, Verdict.DIVERGED, Verdict.UNANCHORED, Verdict.HELD

ATTACKS_OF_THE_DESIGN = (
    "edit a row",
    "edit a row and its hash",
    "delete a middle row",
    "delete and renumber",
    "reorder",
    "edit only a column copy",
    "drop the last N rows",
    "forge the whole journal with the true key",
    "go on from an old backup",
    "two parallel journals",
    "swap or drop an attachment",
    "another key",
    "a fake authority in the bag",
    "token of another checkpoint",
    "clock back and forth",
    "withhold one of the client's records in an export",
    "withhold the last one",
    "NULL without redaction",
    "duplicate-key JSON",
    "projection row edited by hand",
)


class Scene(NamedTuple):
    """A journal of nine entries, the last with an attachment, its bag, and the head that the client's sheet shows."""

    journal: Path
    bag: Path
    sheet: Held

    @property
    def folder(self) -> Path:
        return self.journal.parent


@pytest.fixture
def scene(tmp_path: Path) -> Scene:
    journal = tmp_path / "journal.ashore"
    with small_journal(journal) as made:
        kept = AttachmentFiles(journal).keep_file(Path(__file__))
        named = {"sha256": kept.sha256, "size": kept.size, "name": "x.py"}
        made.add("message.received", 2, channel="email", text="x", attachments=[named])
        made.checkpoint()
        sheet = Held(*made.size_and_head())
    return Scene(journal, write_bag(journal, tmp_path / "bag"), sheet)


Attack = Callable[[Scene], Path]
"""Carries it out; gives the file that is then verified."""


def by_hand(change: Callable[[Any], None]) -> Attack:
    """An attack on the journal's tables with the guards taken away."""

    def attack(scene: Scene) -> Path:
        with hand(scene.journal) as connection:
            change(connection)
        return scene.journal

    return attack


def edit_a_column_copy(connection: Any) -> None:
    connection.execute("UPDATE log SET kind = 'message.sent' WHERE seq = 5")


def drop_the_last_two(connection: Any) -> None:
    connection.execute("DELETE FROM log WHERE seq > 7")
    connection.execute("DELETE FROM checkpoints")


def drop_the_last_two_and_keep_the_checkpoint(connection: Any) -> None:
    connection.execute("DELETE FROM log WHERE seq > 7")


def go_on(path: Path, text: str) -> Held:
    """Nine more entries, so that it is longer than what the sheet shows; the owner signs."""
    journal = SmallJournal(path, new=False)
    journal.now = START + timedelta(hours=1)
    for number in range(9):
        journal.add("note.written", 2, text=f"{text} {number}")
    journal.checkpoint(KEY)
    end = Held(*journal.size_and_head())
    journal.database.close()
    return end


def forge_the_whole(scene: Scene) -> Path:
    def change(said: list[dict[str, Any]]) -> list[dict[str, Any]]:
        said[4]["body"] = {"text": "Мы договорились иначе"}
        return said

    with hand(scene.journal) as connection:
        rewrite(connection, change)
        connection.execute("DELETE FROM checkpoints")
    go_on(scene.journal, "forged")
    return scene.journal


def from_an_old_backup(scene: Scene) -> Path:
    """The backup holds six entries; the journal goes on from there, past the nine that the sheet shows."""
    with hand(scene.journal) as connection:
        connection.execute("DELETE FROM log WHERE seq > 6")
        connection.execute("DELETE FROM checkpoints")
    go_on(scene.journal, "from the backup")
    return scene.journal


def swap_an_attachment(scene: Scene) -> Path:
    files = AttachmentFiles(scene.journal)
    (name,) = files.names()
    files.path_of(name).write_bytes(b"another")
    return scene.journal


def drop_an_attachment(scene: Scene) -> Path:
    files = AttachmentFiles(scene.journal)
    files.drop(next(iter(files.names())))
    return scene.journal


def swap_an_attachment_in_the_bag(scene: Scene) -> Path:
    next((scene.bag / "data/attachments").iterdir()).write_bytes(b"another")
    seal(scene.bag)
    return scene.bag


def another_key(connection: Any) -> None:
    for size, text in connection.execute("SELECT size, text FROM checkpoints").fetchall():
        signature = sshsig.sign(OTHER_KEY, sshsig.CHECKPOINT, text.encode())
        connection.execute("UPDATE checkpoints SET signature = ? WHERE size = ?", (signature, size))


def another_key_in_the_bag(scene: Scene) -> Path:
    (scene.bag / "data/keys/allowed_signers").write_text(sshsig.allowed_signers(sshsig.public_line(OTHER_KEY)))
    seal(scene.bag, OTHER_KEY)
    return scene.bag


def clock_back_and_forth(scene: Scene) -> Path:
    journal = SmallJournal(scene.journal, new=False)
    for hours in (5, -40, 9):
        journal.now = START + timedelta(hours=hours)
        journal.add("note.written", 2, text="x")
    journal.database.close()
    return scene.journal


def withhold_one(scene: Scene) -> Path:
    return write_bag(scene.journal, scene.folder / "withheld", leave_out=[5])


def withhold_the_last(scene: Scene) -> Path:
    return write_bag(scene.journal, scene.folder / "withheld", leave_out=[9])


def null_in_the_bag(scene: Scene) -> Path:
    return write_bag(scene.journal, scene.folder / "withheld", leave_out=[5], info="Before-Period: 6\n")


def edit_a_projection_row(scene: Scene) -> Path:
    """On a journal with its derived tables; the sheet's head is not of this one, so it is made anew below."""
    path = scene.folder / "whole" / "journal.ashore"
    path.parent.mkdir()
    marks = HighWater(scene.folder / "marks")
    clock = FixedClock(datetime(2026, 11, 2, 8, 0, tzinfo=UTC))
    journal = create_journal(path, {"name": "Elena", "zone": "Europe/Madrid"}, clock, key=KEY, high_water=marks)
    client = journal.clients.add("Глина", zone="Europe/Moscow")
    journal.talk.note(client, "one")
    journal.close()
    with hand(path) as connection:
        connection.execute("UPDATE entry SET happened = happened - 86400 WHERE kind = 'note.written'")
    return path


class Case(NamedTuple):
    """`inside`: the verdict without a head; `held`: for the reader whose sheet shows nine entries."""

    name: str
    attack: Attack
    inside: Verdict
    held: Verdict


CASES = (
    Case("edit a row", by_hand(rows.edit_a_row), INVALID, INVALID),
    Case("edit a row and its hash", by_hand(rows.edit_a_row_and_its_hash), INVALID, INVALID),
    Case("delete a middle row", by_hand(rows.delete_a_middle_row), INVALID, INVALID),
    Case("delete and renumber", by_hand(rows.delete_and_renumber), INVALID, INVALID),
    Case("reorder", by_hand(rows.reorder), INVALID, INVALID),
    Case("edit only a column copy", by_hand(edit_a_column_copy), INVALID, INVALID),
    Case("drop the last N rows", by_hand(drop_the_last_two_and_keep_the_checkpoint), INVALID, INVALID),
    Case("drop the last N rows", by_hand(drop_the_last_two), UNANCHORED, DIVERGED),
    Case("forge the whole journal with the true key", forge_the_whole, UNANCHORED, DIVERGED),
    Case("go on from an old backup", from_an_old_backup, UNANCHORED, DIVERGED),
    Case("swap or drop an attachment", swap_an_attachment, INVALID, INVALID),
    Case("swap or drop an attachment", drop_an_attachment, INVALID, INVALID),
    Case("swap or drop an attachment", swap_an_attachment_in_the_bag, INVALID, INVALID),
    Case("another key", by_hand(another_key), INVALID, INVALID),
    Case("another key", another_key_in_the_bag, INVALID, INVALID),
    Case("clock back and forth", clock_back_and_forth, UNANCHORED, HELD),
    Case("withhold one of the client's records in an export", withhold_one, INVALID, INVALID),
    # Neither list nor head can show this: the client's own count on his sheet does, asserted below.
    Case("withhold the last one", withhold_the_last, UNANCHORED, HELD),
    Case("NULL without redaction", by_hand(rows.null_without_redaction), INVALID, INVALID),
    Case("NULL without redaction", null_in_the_bag, INVALID, INVALID),
    Case("duplicate-key JSON", by_hand(rows.duplicate_key), INVALID, INVALID),
    Case("projection row edited by hand", edit_a_projection_row, INVALID, INVALID),
)

ELSEWHERE = {
    "two parallel journals": ("test_every_attack", "test_two_parallel_journals_have_two_heads_for_one_size"),
    "a fake authority in the bag": (
        "test_stamp_attacks",
        "test_a_fake_authority_is_not_seen_from_inside_and_worth_nothing_to_a_reader_with_a_root",
    ),
    "token of another checkpoint": ("test_stamp_attacks", "test_a_token_of_another_checkpoint_is_seen_from_inside"),
}
"""Attacks that one file and one sheet cannot tell: their own tests assert both verdicts."""


@pytest.mark.parametrize("name", ATTACKS_OF_THE_DESIGN)
def test_every_attack_of_the_design_has_a_test(name: str) -> None:
    if name in ELSEWHERE:
        module, function = ELSEWHERE[name]
        assert callable(getattr(import_module(f"tests.attacks.{module}"), function))
    else:
        assert any(case.name == name for case in CASES)


def test_nothing_is_called_an_attack_that_the_design_does_not_name() -> None:
    assert {case.name for case in CASES} | set(ELSEWHERE) == set(ATTACKS_OF_THE_DESIGN)


@pytest.mark.parametrize("case", CASES, ids=[f"{case.name}-{number}" for number, case in enumerate(CASES)])
def test_an_attack_is_judged_as_the_table_says(scene: Scene, case: Case) -> None:
    path = case.attack(scene)
    # Small journals have no derived tables; the one whose derived row was edited is compared with a rebuild.
    judge = verify_path if case.attack is edit_a_projection_row else verify
    inside, held = judge(path), judge(path, [scene.sheet])
    assert (inside.verdict, held.verdict) == (case.inside, case.held)
    assert bool(inside.problems) == (case.inside is INVALID)
    assert inside.exit_code == {INVALID: 5, UNANCHORED: 3}[case.inside]


def test_the_untouched_journal_and_bag_are_held(scene: Scene) -> None:
    for path in (scene.journal, scene.bag):
        assert (verify(path).verdict, verify(path, [scene.sheet]).verdict) == (UNANCHORED, HELD)


def test_two_parallel_journals_have_two_heads_for_one_size(scene: Scene) -> None:
    """Each is valid inside; whoever holds a sheet of the one sees the other, and both sheets are of no one journal."""
    other = scene.folder / "other.ashore"
    shutil.copy(scene.journal, other)
    shutil.copytree(AttachmentFiles(scene.journal).folder, AttachmentFiles(other).folder)
    ends = [go_on(scene.journal, "one"), go_on(other, "the other")]
    assert ends[0].size == ends[1].size
    for path, own, foreign in ((scene.journal, *ends), (other, *reversed(ends))):
        assert verify(path).verdict is UNANCHORED
        assert verify(path, [own]).verdict is HELD
        assert verify(path, [foreign]).verdict is DIVERGED
        assert verify(path, ends).verdict is DIVERGED


def test_the_last_entry_withheld_is_seen_by_the_clients_count_on_the_sheet(scene: Scene) -> None:
    """The sheet says "Entries of the client: 8. The last one, 9"; the bag shows seven and explains nothing."""
    whole, short = verify(scene.bag, [scene.sheet]), verify(withhold_the_last(scene), [scene.sheet])
    assert (whole.count.shown, short.count.shown) == (9, 8)
    assert (short.count.private, short.count.outside_period, short.count.redacted) == (0, 0, 0)


def forge_last_record(connection: Any, data: bytes) -> None:
    rows.put(connection, 9, data, and_hash=True)
    connection.execute("DELETE FROM checkpoints")


@pytest.mark.parametrize(
    "garble",
    [
        pytest.param(lambda data: data.replace(b'{"body":{', b'{"body":{"channel":"email",'), id="a key twice"),
        pytest.param(lambda data: data.replace(b'"text":"x"', b'"text":1.5'), id="a float"),
        pytest.param(lambda data: data.replace(b'"text":"x"', b'"text":9007199254740993'), id="beyond 2^53"),
        pytest.param(lambda data: data.replace(b'"text":"x"', b'"text": "x"'), id="a blank"),
        pytest.param(lambda data: data.replace(b'"text":"x"', b'"text":"\\u0078"'), id="an escape too many"),
        pytest.param(lambda data: data.replace(b'"text":"x"', b'"text":"\\ud800"'), id="half of a character"),
        pytest.param(lambda data: data.replace(b'"text":"x"', b'"text":"\xff"'), id="no UTF-8"),
        pytest.param(lambda data: b"\xef\xbb\xbf" + data, id="a BOM"),
        pytest.param(lambda data: data + b"\n", id="a final newline"),
        pytest.param(lambda data: data.replace(b'"v":1}', b'"v":1,"w":1}'), id="a key of its own"),
        pytest.param(lambda data: data.replace(b'"v":1}', b'"v":2}'), id="another version"),
        pytest.param(lambda data: data[:-1], id="cut short"),
        pytest.param(lambda data: json.dumps(json.loads(data)).encode(), id="another writer's JSON"),
        pytest.param(lambda data: b"", id="nothing"),
    ],
)
@pytest.mark.parametrize("in_a_bag", [False, True])
def test_a_record_that_is_not_of_the_format_is_invalid_whoever_hashed_it(
    scene: Scene, garble: Callable[[bytes], bytes], in_a_bag: bool
) -> None:
    """The owner writes it, hashes it, and signs nothing over it: the form alone convicts it (4.1)."""
    with hand(scene.journal) as connection:
        data = connection.execute("SELECT record FROM log WHERE seq = 9").fetchone()[0]
        bad = garble(data)
        assert bad != data
        forge_last_record(connection, bad)
    path = write_bag(scene.journal, scene.folder / "forged") if in_a_bag else scene.journal
    report = verify(path)
    assert (report.verdict, "record" in {one.code for one in report.problems}) == (INVALID, True)
