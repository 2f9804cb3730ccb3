"""Which backups are kept: by entry number, in the places of days, weeks and months that they fill (8.3)."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.facts.backups import Backup, Why
from app.rules.rotation import DAILY, FEWEST, MONTHLY, WEEKLY, superfluous

FRIDAY = datetime(2026, 11, 20, 17, 0, tzinfo=UTC)


def backup(entries: int, made: datetime, restored: int = 0) -> Backup:
    return Backup(
        name=f"{restored}-{entries}-{made:%s}", log="0" * 32, entries=entries, head="0" * 64, restored=restored,
        made=made, why=Why.CLOSE, sha256="0" * 64, size=1, attachments=0,
    )  # fmt: skip


def kept(backups: list[Backup]) -> list[Backup]:
    gone = superfluous(backups)
    return [each for each in backups if each not in gone]


def three_a_day(days: int) -> list[Backup]:
    """Three backups on each of so many days, the oldest first."""
    begun = FRIDAY - timedelta(days=days - 1)
    return [backup(3 * day + n + 1, begun + timedelta(days=day, hours=n)) for day in range(days) for n in range(3)]


def test_all_of_the_last_two_days_are_kept() -> None:
    backups = three_a_day(20)
    assert set(backups[-6:]) <= set(kept(backups))


def test_of_the_twelve_days_before_them_the_last_of_each_is_kept() -> None:
    backups = three_a_day(400)
    of_days = {each.made.date(): each.entries for each in backups}
    wanted = [FRIDAY.date() - timedelta(days=back) for back in range(2, 2 + DAILY)]
    assert {of_days[day] for day in wanted} <= {each.entries for each in kept(backups)}


def test_after_years_of_work_a_few_dozen_remain_and_reach_nine_months_back() -> None:
    left = kept(three_a_day(900))
    assert len(left) <= 6 + DAILY + WEEKLY + MONTHLY
    assert min(each.made.date() for each in left) <= date(2026, 3, 31)
    assert len({each.made.isocalendar()[:2] for each in left}) >= WEEKLY


def test_a_clock_ten_years_ahead_for_a_day_takes_one_place_and_no_more() -> None:
    """Fault 19: rotation by number, not by date."""
    backups = three_a_day(30)
    wrong = backup(91, FRIDAY.replace(year=2036))
    later = [backup(92 + n, FRIDAY + timedelta(days=1 + n)) for n in range(3)]
    left = kept([*backups, wrong, *later])
    assert set(later) <= set(left)
    assert len([each for each in left if each.made.year == 2026]) > DAILY


def test_a_clock_three_days_back_does_not_make_the_newest_old() -> None:
    """Fault 19."""
    backups = three_a_day(30)
    newest = backup(1000, FRIDAY - timedelta(days=3))
    assert newest in kept([*backups, newest])


def test_what_was_made_after_a_restore_is_newer_than_what_it_threw_back() -> None:
    before = [backup(1000 + n, FRIDAY - timedelta(hours=9 - n)) for n in range(3)]
    after = [backup(500 + n, FRIDAY + timedelta(days=n), restored=1) for n in range(40)]
    left = kept([*before, *after])
    assert after[-1] in left
    assert superfluous([*before, *after])[0] in before


@given(st.lists(st.tuples(st.integers(1, 500), st.integers(-4000, 4000), st.integers(0, 2)), max_size=60, unique=True))
def test_the_three_newest_stay_whatever_the_clock_said(found: list[tuple[int, int, int]]) -> None:
    backups = [backup(entries, FRIDAY + timedelta(hours=hours), again) for entries, hours, again in found]
    newest = sorted(backups, key=lambda each: each.order)[-FEWEST:]
    assert set(newest) <= set(kept(backups))
