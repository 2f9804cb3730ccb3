"""Attacks on a bag (4-evidence 4.5, 4.8): swapped, withheld, padded, zipped to harm. Each says whether it is seen."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from app.errors import Refused, Unavailable
from app.ledger import sshsig
from app.ledger.findings import Held, Report, Verdict
from app.ledger.head import Head
from app.ledger.verify import verify
from tests.attacks.bag_damage import (
    a_checkpoint_of_another_head,
    a_list_cut_short,
    a_record_of_two_mebibytes,
    a_record_the_list_does_not_name,
    an_unsigned_checkpoint,
    another_checkpoint,
    another_keys_checkpoint,
    crlf_in_the_list,
    drop_the_attachment,
    edit_a_record,
    foreign_signers,
    garbage_in_the_list,
    no_list,
    no_signers,
    swap_the_attachment,
    swap_two_records,
)
from tests.attacks.hand import forge
from tests.attacks.small_bag import seal, with_a_brief, write_bag, zipped
from tests.ledger.small_journal import KEY, OTHER_KEY, VECTOR, SmallJournal


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    return with_a_brief(tmp_path / "journal.ashore")


@pytest.fixture
def bag(journal: Path, tmp_path: Path) -> Path:
    return write_bag(journal, tmp_path / "bag")


def codes(report: Report) -> set[str]:
    return {problem.code for problem in report.problems}


@pytest.mark.parametrize("as_zip", [False, True])
def test_an_untouched_bag_is_unanchored_and_held_by_the_sheet(bag: Path, tmp_path: Path, as_zip: bool) -> None:
    path = zipped(bag, tmp_path / "bag.zip") if as_zip else bag
    report = verify(path)
    assert (report.verdict, report.problems, report.notes, report.entries) == (Verdict.UNANCHORED, (), (), 9)
    assert report.count.shown == 9
    assert verify(path, [Held(9, report.head)]).verdict is Verdict.HELD
    assert verify(path, [Held(9, "0" * 64)]).verdict is Verdict.DIVERGED
    assert verify(path, [Held(10, report.head)]).verdict is Verdict.DIVERGED


def test_the_verdict_covers_the_entries_up_to_the_head_the_reader_holds(bag: Path) -> None:
    lines = (bag / "data/log.sha256").read_text().splitlines()
    head = Head()
    for line in lines[:6]:
        head.add(line[:64])
    report = verify(bag, [Held(6, head.hex())])
    assert (report.verdict, report.up_to, report.entries) == (Verdict.HELD, 6, 9)


def test_the_golden_vector_verifies_as_a_bare_folder() -> None:
    assert verify(VECTOR).problems == ()
    assert verify(VECTOR).entries == 4


@pytest.mark.parametrize(
    ("attack", "expected"),
    [
        (edit_a_record, {"hash"}),
        (swap_two_records, {"hash", "number", "prev", "cprev", "withheld"}),
        (swap_the_attachment, {"attachment"}),
        (drop_the_attachment, {"attachment"}),
        (crlf_in_the_list, {"list", "checkpoint", "key", "signature"}),
        (garbage_in_the_list, {"list"}),
        (a_list_cut_short, {"list", "head"}),
        (a_record_the_list_does_not_name, {"list"}),
        (no_list, {"list", "checkpoint", "key", "signature"}),
        (a_record_of_two_mebibytes, {"record", "withheld"}),
        (another_keys_checkpoint, {"signature"}),
        (an_unsigned_checkpoint, {"signature"}),
        (another_checkpoint, {"checkpoint"}),
        (a_checkpoint_of_another_head, {"head"}),
        (foreign_signers, {"key"}),
        (no_signers, {"key"}),
    ],
)
def test_it_is_seen_even_when_the_owner_seals_the_bag_anew(
    bag: Path, attack: Callable[[Path], None], expected: set[str]
) -> None:
    attack(bag)
    seal(bag)
    report = verify(bag)
    assert (report.verdict, report.exit_code) == (Verdict.INVALID, 5)
    assert codes(report) == expected
    assert all(str(problem) for problem in report.problems)


def test_every_byte_of_the_shell_counts_when_nobody_seals_it_anew(bag: Path) -> None:
    edit_a_record(bag)
    assert codes(verify(bag)) == {"hash", "changed_file"}


@pytest.mark.parametrize(
    ("name", "change", "expected"),
    [
        ("bag-info.txt", lambda data: data + b"Private-Entries: 5\n", {"changed_file", "shown"}),
        ("bagit.txt", lambda data: data.replace(b"1.0", b"0.97"), {"changed_file", "bagit"}),
        ("manifest-sha256.txt", lambda data: data[66:], {"changed_file", "manifest"}),
        ("manifest-sha256.txt", lambda data: data.replace(b"\n", b"\r\n"), {"changed_file", "manifest"}),
        ("tagmanifest-sha256.txt", lambda data: data + b"x\n", {"manifest", "signature"}),
        ("tagmanifest-sha256.txt.sig", lambda data: b"", {"signature"}),
        ("data/stray.txt", lambda data: b"stray", {"manifest"}),
    ],
)
def test_a_changed_shell_is_seen(bag: Path, name: str, change: Callable[[bytes], bytes], expected: set[str]) -> None:
    path = bag / name
    path.write_bytes(change(path.read_bytes() if path.exists() else b""))
    assert codes(verify(bag)) == expected


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("\n", "\r", 1),
        lambda text: text.replace("=\n", "\n") if "=\n" in text else text.replace("\n-----END", "=\n-----END"),
        lambda text: text + "\n",
        lambda text: " " + text,
    ],
)
def test_no_byte_of_the_seal_is_free(bag: Path, change: Callable[[str], str]) -> None:
    path = bag / "tagmanifest-sha256.txt.sig"
    text = path.read_bytes().decode()
    path.write_bytes(change(text).encode())
    assert codes(verify(bag)) == {"signature"}


def test_a_bag_sealed_by_another_key_is_seen(bag: Path) -> None:
    seal(bag, OTHER_KEY)
    assert codes(verify(bag)) == {"signature"}


@pytest.mark.parametrize(
    "missing",
    ["bagit.txt", "bag-info.txt", "tagmanifest-sha256.txt", "tagmanifest-sha256.txt.sig", "manifest-sha256.txt"],
)
def test_a_shell_without_its_parts_is_seen(bag: Path, missing: str) -> None:
    (bag / missing).unlink()
    assert verify(bag).verdict is Verdict.INVALID


# Holes: 4.5. The client's entries are 2 to 9.


def test_a_withheld_entry_is_named(journal: Path, tmp_path: Path) -> None:
    report = verify(write_bag(journal, tmp_path / "bag", leave_out=[5]))
    assert [problem.code for problem in report.problems] == ["withheld"]
    assert "WITHHELD" in str(report.problems[0])
    assert (report.count.shown, report.count.withheld, report.exit_code) == (8, 1, 5)


def test_withholding_the_last_entries_is_not_seen_from_inside_and_the_count_shows_it(
    journal: Path, tmp_path: Path
) -> None:
    report = verify(write_bag(journal, tmp_path / "bag", leave_out=[8, 9]))
    assert (report.verdict, report.count.shown) == (Verdict.UNANCHORED, 7)


@pytest.mark.parametrize(
    ("leave_out", "info", "private", "outside"),
    [
        ([5], "Private-Entries: 5\n", 1, 0),
        ([5, 7], "Private-Entries: 5 7\n", 2, 0),
        ([5, 6], "Private-Entries: 5-6\n", 2, 0),
        ([8, 9], "Private-Entries: 8\n 9\n", 2, 0),
        ([2, 3, 4], "Before-Period: 1-4\n", 0, 3),
        ([2, 3, 4, 6], "Before-Period: 1-4\nPrivate-Entries: 3 6\n", 2, 2),
    ],
)
def test_holes_that_the_bag_names_are_counted_and_no_problem(
    journal: Path, tmp_path: Path, leave_out: list[int], info: str, private: int, outside: int
) -> None:
    report = verify(write_bag(journal, tmp_path / "bag", leave_out=leave_out, info=info))
    assert report.problems == ()
    assert (report.count.private, report.count.outside_period) == (private, outside)


@pytest.mark.parametrize(
    ("leave_out", "info"),
    [
        ([5, 6], "Private-Entries: 5\n"),
        ([5, 6], "Private-Entries: 6\n"),
        ([5], "Private-Entries: 6\n"),
        ([2, 3, 4, 5], "Before-Period: 1-4\n"),
        ([5, 7], "Before-Period: 1-5\n"),
        ([3, 4], "Before-Period: 1-3\n"),
    ],
)
def test_a_hole_that_is_not_quite_named_is_withheld(
    journal: Path, tmp_path: Path, leave_out: list[int], info: str
) -> None:
    report = verify(write_bag(journal, tmp_path / "bag", leave_out=leave_out, info=info))
    assert "withheld" in codes(report)
    assert report.exit_code == 5


def test_naming_more_than_is_missing_is_seen(journal: Path, tmp_path: Path) -> None:
    bag = write_bag(journal, tmp_path / "bag", leave_out=[5], info="Private-Entries: 5 6\n")
    assert codes(verify(bag)) == {"shown"}


def test_other_clients_entries_are_no_holes(tmp_path: Path) -> None:
    made = SmallJournal(tmp_path / "journal.ashore")
    one = made.begin()
    other = made.add("client.added", None, name="Другой").seq
    for client in (one, other, one, other, 0, one):
        made.add("note.written", client, text="x")
    made.checkpoint()
    made.database.close()
    report = verify(write_bag(made.path, tmp_path / "bag", leave_out=[3, 5, 7, 8]))
    assert report.problems == ()
    assert report.count.withheld == 0
    both = verify(write_bag(made.path, tmp_path / "both", leave_out=[8]))
    assert codes(both) == {"scope"}


def test_a_bag_forged_whole_with_the_true_key_is_seen_only_from_outside(bag: Path, journal: Path) -> None:
    sheet = Held(9, verify(bag).head)
    assert verify(bag, [sheet]).verdict is Verdict.HELD
    said = [
        {"client": 0, "kind": "journal.opened", "body": {"public_key": sshsig.public_line(KEY)}},
        *(
            {"client": 2, "kind": "client.added" if seq == 2 else "note.written", "body": {"n": seq}}
            for seq in range(2, 10)
        ),
    ]
    head, lines = Head(), ""
    for record, data in forge(
        [{**one, "rec_utc": "2026-01-05T09:00:01.000Z", "salt": "0" * 32} for one in said], "f" * 32
    ):
        (bag / f"data/records/{record.seq:08d}.json").write_bytes(data)
        sha256 = hashlib.sha256(data).hexdigest()
        lines += f"{sha256}  records/{record.seq:08d}.json\n"
        head.add(sha256)
    (bag / "data/log.sha256").write_text(lines)
    for checkpoint in (bag / "data/checkpoints").iterdir():
        checkpoint.unlink()
    seal(bag)
    assert verify(bag).verdict is Verdict.UNANCHORED
    assert verify(bag, [sheet]).verdict is Verdict.DIVERGED


# What is not even read: exit code 2.


def archive(path: Path, *members: tuple[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in members:
            out.writestr(zipfile.ZipInfo(name), data, compress_type=zipfile.ZIP_DEFLATED)
    return path


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("../outside.txt", "leads out"),
        ("bag/../../outside.txt", "leads out"),
        ("/etc/passwd", "leads out"),
        ("C:/outside.txt", "leads out"),
        ("bag\\outside.txt", "leads out"),
        ("bag/кириллица.txt", "no place"),
        ("bag/\x01.txt", "no place"),
        ("bag/" + "d/" * 200 + "deep.txt", "no place"),
        ("bag/" + "n" * 300, "no place"),
        ("bag/con", "device"),
        ("bag/NUL.txt", "device"),
    ],
)
def test_a_name_that_leads_anywhere_else_is_refused(tmp_path: Path, name: str, words: str) -> None:
    path = archive(tmp_path / "bag.zip", ("bag/bagit.txt", b""), (name, b"x"))
    with pytest.raises(Refused, match=words):
        verify(path)
    assert [file.name for file in tmp_path.iterdir()] == ["bag.zip"]


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = archive(tmp_path / "bag.zip", ("bag/bagit.txt", b""), ("bag/data/log.sha256", b"\0" * (64 << 20)))
    with pytest.raises(Refused, match="no bag is packed like that"):
        verify(path)


def test_a_link_and_two_files_of_one_name_are_refused(tmp_path: Path, bag: Path) -> None:
    link = zipfile.ZipInfo("bag/data/log.sha256")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(tmp_path / "link.zip", "w") as out:
        out.writestr(link, "/etc/passwd")
    with pytest.raises(Refused, match="link"):
        verify(tmp_path / "link.zip")
    with pytest.raises(Refused, match="one name"):
        verify(archive(tmp_path / "case.zip", ("bag/bagit.txt", b""), ("bag/BAGIT.txt", b"")))
    (bag / "data/passwd").symlink_to("/etc/passwd")
    with pytest.raises(Refused, match="link"):
        verify(bag)


def test_an_archive_cut_short_is_unreadable_at_every_length(bag: Path, tmp_path: Path) -> None:
    whole = zipped(bag, tmp_path / "bag.zip").read_bytes()
    cut = tmp_path / "cut.zip"
    for size in range(0, len(whole) - 1, max(1, len(whole) // 40)):
        cut.write_bytes(whole[:size])
        with pytest.raises(Unavailable):
            verify(cut)


def test_a_flipped_bit_in_an_archive_is_never_taken_for_sound(bag: Path, tmp_path: Path) -> None:
    whole = bytearray(zipped(bag, tmp_path / "bag.zip").read_bytes())
    flipped = tmp_path / "flipped.zip"
    with zipfile.ZipFile(tmp_path / "bag.zip") as archived:
        # The directory at the end also holds times and attributes that mean nothing; content lies before it.
        end = archived.start_dir
    for place in range(30, end, max(1, end // 120)):
        whole[place] ^= 0x10
        flipped.write_bytes(whole)
        whole[place] ^= 0x10
        try:
            report = verify(flipped)
        except (Refused, Unavailable):
            continue
        assert report.verdict is Verdict.INVALID or place_means_nothing(bag, flipped), place


def place_means_nothing(bag: Path, flipped: Path) -> bool:
    """A bit of a local header that the archive's directory overrides: every file still has its bytes."""
    with zipfile.ZipFile(flipped) as archived:
        return all(
            archived.read(f"{bag.name}/{file.relative_to(bag).as_posix()}") == file.read_bytes()
            for file in bag.rglob("*")
            if file.is_file()
        )


def test_a_local_header_that_contradicts_the_archives_list_is_a_damaged_file(bag: Path, tmp_path: Path) -> None:
    path = zipped(bag, tmp_path / "bag.zip")
    with zipfile.ZipFile(path) as archive:
        member = archive.getinfo("bag/data/records/00000005.json")
        at, listed = member.header_offset, archive.start_dir
    data = bytearray(path.read_bytes())
    data[at + 30] = 0xFF
    entry = data.index(member.filename.encode(), listed) - 46
    data[entry + 9] |= 0x08  # names in UTF-8
    path.write_bytes(data)
    assert codes(verify(path)) == {"record", "withheld", "changed_file"}


@pytest.mark.parametrize(("name", "how"), [("", zipfile.ZIP_STORED), ("bag/data/log.sha256", zipfile.ZIP_LZMA)])
def test_a_nameless_file_and_one_packed_in_another_way_are_not_read(tmp_path: Path, name: str, how: int) -> None:
    with zipfile.ZipFile(tmp_path / "bag.zip", "w") as out:
        out.writestr(zipfile.ZipInfo("bag/bagit.txt"), b"")
        out.writestr(zipfile.ZipInfo(name), b"x", compress_type=how)
    if name:
        assert "list" in codes(verify(tmp_path / "bag.zip"))
    else:
        with pytest.raises(Refused, match="no name"):
            verify(tmp_path / "bag.zip")


def test_what_is_no_bag_is_said(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="neither a journal nor a bag"):
        verify(tmp_path)
    with pytest.raises(Unavailable, match="not there"):
        verify(tmp_path / "none.zip")
    with pytest.raises(Unavailable, match="not there"):
        verify(tmp_path / "none.ashore")
