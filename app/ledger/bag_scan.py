"""The list of a bag line by line, and beside each line the record, where it is there (4-evidence 4.5)."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

from app.ledger.bag_files import DamagedFile, Files, reading
from app.ledger.bag_manifest import line_finding, small_file
from app.ledger.findings import Finding, finding
from app.ledger.head import EMPTY_HEAD, LIST_LINE_BYTES, Head
from app.ledger.holes import Listed, Shown
from app.ledger.record import MOST_BYTES, Record
from app.ledger.row_diagnosis import Expected, record_problems
from app.ledger.told import Told
from app.words import N_

_TOLD_EVERY = 500
_LINE = re.compile(rb"([0-9a-f]{64})  records/([0-9]{8})\.json\n")


class BagScan:
    """One pass over list and records. Afterwards: the head, the heads asked for, who is shown, what records tell."""

    def __init__(self, files: Files, data: str, wanted: Collection[int]) -> None:
        self.log: str | None = None
        self.head = Head()
        self.heads: dict[int, str] = {0: EMPTY_HEAD}
        self.told = Told()
        self.listed = Listed()
        self.clients: dict[int, list[Shown]] = {}
        self.kinds_of_journal: set[str] = set()
        self.problems: list[Finding] = []
        self._files = files
        self._data = data
        self._names = files.names()
        self._wanted = frozenset(wanted)
        self._broken = False

    def run(self, progress: Callable[[int], None]) -> None:
        """Read everything once; `progress` is told the number of lines now and then."""
        name = f"{self._data}log.sha256"
        if name not in self._names:
            self.problems.append(finding("list", N_("{name} is missing."), name="log.sha256"))
            return
        try:
            with reading(self._files, name) as file:
                for number, line in enumerate(iter(lambda: file.readline(2 * LIST_LINE_BYTES), b""), 1):
                    self._add_line(number, line)
                    if number % _TOLD_EVERY == 0:
                        progress(number)
        except DamagedFile:
            self.problems.append(finding("list", N_("{name} cannot be read to its end."), name="log.sha256"))
        self._unlisted_problems()

    def _add_line(self, number: int, line: bytes) -> None:
        match = _LINE.fullmatch(line)
        if match is None or int(match[2]) != len(self.listed) + 1:
            self.problems.append(line_finding("list", "log.sha256", number, line))
            return
        seq, sha256, prev = len(self.listed) + 1, match[1].decode("ascii"), self.head.hex()
        self.listed.add(bytes.fromhex(sha256))
        self.head.add(sha256)
        if seq in self._wanted:
            self.heads[seq] = self.head.hex()
        name = f"{self._data}records/{seq:08d}.json"
        if name in self._names:
            self._add_record(name, Expected(seq=seq, sha256=sha256, log=self.log, prev=prev, place=None))

    def _add_record(self, name: str, expected: Expected) -> None:
        try:
            data = small_file(self._files, name, MOST_BYTES)
        except DamagedFile:
            data = None
        if data is None:
            text = N_("The file of entry {seq} cannot be read, or is larger than a record may be.")
            self.problems.append(finding("record", text, seq=expected.seq))
            return
        record, problems = record_problems(data, expected)
        # One word for a broken link is enough: after it nothing follows the list.
        self.problems += [one for one in problems if not (self._broken and one.code == "prev")]
        self._broken = self._broken or any(one.code == "prev" for one in problems)
        if record is not None:
            self._take_in(record)

    def _take_in(self, record: Record) -> None:
        self.log = self.log or record.log
        self.told.add(record.seq, record.kind, record.body)
        self.clients.setdefault(record.client, []).append(Shown(record.seq, record.cseq, record.cprev))
        if record.client == 0:
            self.kinds_of_journal.add(record.kind)

    def _unlisted_problems(self) -> None:
        last = len(self.listed)
        for name in sorted(self._names):
            if name.startswith(f"{self._data}records/"):
                number = name.removeprefix(f"{self._data}records/").removesuffix(".json")
                if not (number.isdigit() and len(number) == 8 and 1 <= int(number) <= last):
                    self.problems.append(finding("list", N_("The list does not name {name}."), name=name))
