"""Verbs of erasure: the plan that is shown first, the erasure itself, and the end of one that was killed (4.7).

The order: the mark beside the journal; in one transaction the entries that say so, the bytes gone, the tables rebuilt;
then files, drafts, the file's free pages; a check; and only after it a fresh backup, and the older ones go.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from msgspec.structs import replace

from app.errors import Refused, Said, Unavailable
from app.facts.erasure import Doing, Erased, ErasurePlan, Grounds
from app.journal.act import Act
from app.journal.checking import check_journal
from app.journal.erasure_copies import Copy, make_copies, note_copies
from app.journal.erasure_plan import plan_of_entries, plan_of_person
from app.journal.rooms import Room
from app.ledger.redaction import KIND, redaction
from app.reports import drop_reports
from app.storage import log_table
from app.storage.database import Connection
from app.storage.erasure import drop_file, sweep_out
from app.storage.erasure_mark import ErasureMark, read_mark, remove_mark, write_mark
from app.storage.rebuild import rebuild
from app.storage.shelf.erasure import redactions_of
from app.unsent import drop_unsent

Progress = Callable[[Doing, int, int], None]
"""Told the step, how much of it is done, and of how much."""


class Erasing(Room):
    """What a client may ask for; undoing it is impossible."""

    def plan(self, entries: Sequence[int], client: int | None = None) -> ErasurePlan:
        """What would go with these entries, and what would stay; Refused for what cannot be erased."""
        return plan_of_entries(self.journal, entries, client)

    def plan_person(self, person: int) -> ErasurePlan:
        """The same for the name and the addresses of a person."""
        return plan_of_person(self.journal, person)

    def erase(
        self,
        plan: ErasurePlan,
        grounds: Grounds,
        *,
        renew_backups: bool = True,
        keep_copies: bool = False,
        progress: Progress | None = None,
    ) -> Erased:
        """Do what the plan said; Refused when the journal went on since it was shown. It cannot be undone.

        `renew_backups`: the owner agreed that the backups named in the plan are deleted once a fresh one stands.
        `keep_copies`: of imported files that go, copies without the words are kept where the plan says they can be.
        """
        tell = progress or _silent
        if not grounds.reason.strip():
            raise Refused("Say why it is erased: the reason stays on record.")
        if read_mark(self.journal.path) is not None:
            self.finish(progress)
        if self._again(plan) != plan:
            raise Refused("Something was recorded since this was shown. Look at it again, then erase.")
        mark = ErasureMark(
            records=tuple(each.seq for each in plan.records),
            files=tuple(each.sha256 for each in plan.files),
            drafts=plan.drafts,
            reports=plan.reports,
            backups=renew_backups,
        )
        write_mark(self.journal.path, mark)
        copies: tuple[Copy, ...] = ()
        try:
            copies = make_copies(self.journal, plan) if keep_copies else ()
            with self.journal.act() as act:
                note_copies(act, plan.client, copies)
                self._write(act, plan, grounds, tell)
        except BaseException:
            self._forget_unless_begun(mark)
            raise
        return replace(self._finished(mark, tell), copies=len(copies))

    def unfinished(self) -> bool:
        """Whether an erasure was written and not ended: words may still be in files."""
        return read_mark(self.journal.path) is not None

    def finish(self, progress: Progress | None = None) -> Erased | None:
        """End what a kill or a full disk left; None when there is nothing to end. Doing it twice does no harm."""
        mark = read_mark(self.journal.path)
        if mark is None:
            return None
        if not self._has_begun(mark):
            remove_mark(self.journal.path)
            return None
        return self._finished(mark, progress or _silent)

    def _again(self, plan: ErasurePlan) -> ErasurePlan:
        return self.plan_person(plan.person) if plan.person else self.plan(plan.asked, plan.client)

    def _write(self, act: Act, plan: ErasurePlan, grounds: Grounds, tell: Progress) -> None:
        """The entries, the bytes, the tables: all of it or nothing."""
        for each in plan.records:
            row = log_table.read(act.connection, each.seq)
            assert row is not None
            files = [file.sha256 for file in plan.files if each.seq in file.of]
            act.note(KIND, redaction(row, grounds, files), plan.client)
        if plan.person:
            for number in plan.asked:
                body = {"person": number, "name": plan.new_name, "reason": grounds.reason.strip()}
                act.add("person.anonymised", plan.client, body)
        for each in plan.records:
            log_table.erase(act.connection, each.seq)
        rebuild(act.connection, partial(_laid, tell, plan.size))

    def _finished(self, mark: ErasureMark, tell: Progress) -> Erased:
        """Everything after the entries, in an order that a kill cannot hurt."""
        tell(Doing.FILES, 0, len(mark.files))
        for sha256 in mark.files:
            drop_file(self.journal.files, sha256)
        drop_unsent(mark.drafts)
        if mark.reports:
            drop_reports()
        if not mark.is_swept:
            sweep_out(self.journal.database, partial(tell, Doing.SWEEPING))
            mark = replace(mark, is_swept=True)
            write_mark(self.journal.path, mark)
        size, head = self.journal.size_and_head()
        report = check_journal(self.journal, partial(_checked, tell, size))
        with self.journal.look() as connection:
            entries = redactions_of(connection, mark.records)
        done = Erased(
            entries=entries,
            records=mark.records,
            size=size,
            head=head,
            is_sound=report.sound,
            problems=len(report.problems),
        )
        done = self._renewed(done, mark, tell)
        if not done.why:
            remove_mark(self.journal.path)
        return done

    def _renewed(self, done: Erased, mark: ErasureMark, tell: Progress) -> Erased:
        """A fresh backup, then the older ones go; they stay when the owner said so, or the check found a problem."""
        older = self.journal.backups.older()
        if not (mark.backups and done.is_sound):
            return replace(done, kept=older)
        tell(Doing.BACKUP, 0, 1)
        try:
            renewed = self.journal.backups.renew()
        except Unavailable as no:
            return replace(done, kept=older, why=str(no))
        return replace(done, backup=renewed.made.name, deleted=renewed.deleted)

    def _has_begun(self, mark: ErasureMark) -> bool:
        with self.journal.look() as connection:
            return any(_is_gone(connection, seq) for seq in mark.records)

    def _forget_unless_begun(self, mark: ErasureMark) -> None:
        """After a refusal: nothing was written, so nothing is to be finished. Where nobody can tell, the mark stays."""
        try:
            if not self._has_begun(mark):
                remove_mark(self.journal.path)
        except Said:
            return


def _is_gone(connection: Connection, seq: int) -> bool:
    row = log_table.read(connection, seq)
    return row is not None and row.record is None


def _laid(tell: Progress, size: int, done: int) -> None:
    tell(Doing.WRITING, done, size)


def _checked(tell: Progress, size: int, done: int) -> None:
    tell(Doing.CHECKING, done, size)


def _silent(doing: Doing, done: int, all_: int) -> None:
    """Nobody watches."""
