"""Records as bytes: the golden vector, RFC 8785 on random cases, and everything that is refused (4.1)."""

from __future__ import annotations

import json
from typing import Any

import pytest
import rfc8785
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import Refused
from app.ledger.canonical import canonical
from app.ledger.many_bodies import BodyReader
from app.ledger.record import assemble, body_bytes, ending, parse
from tests.ledger.small_journal import VECTOR

KEYS = st.text(st.characters(max_codepoint=127), max_size=6)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
INTEGERS = st.integers(-(2**53) + 1, 2**53 - 1)
VALUES = st.recursive(
    st.none() | st.booleans() | INTEGERS | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)
BODIES = st.dictionaries(KEYS, VALUES, max_size=5)


def depth(value: Any) -> int:
    if isinstance(value, dict):
        return 1 + max(map(depth, value.values()), default=0)
    return 1 + max(map(depth, value), default=0) if isinstance(value, list) else 0


@pytest.mark.parametrize("seq", range(1, 5))
def test_a_golden_record_is_read_and_written_byte_for_byte(seq: int) -> None:
    data = (VECTOR / f"records/{seq:08d}.json").read_bytes()
    record = parse(data)
    rest = ending(
        log=record.log, seq=record.seq, prev=record.prev, client=record.client, cseq=record.cseq, cprev=record.cprev,
        kind=record.kind, rec_utc=record.rec_utc, salt=record.salt,
    )  # fmt: skip
    assert assemble(body_bytes(record.body), rest) == data
    assert record.recorded.isoformat() == f"2026-01-05T09:00:0{seq}+00:00"


@settings(max_examples=300)
@given(BODIES.filter(lambda body: depth(body) <= 7))
def test_bytes_are_those_of_the_rfc8785_package_and_of_plain_json(body: dict[str, Any]) -> None:
    assert canonical(body) == rfc8785.dumps(body)
    assert canonical(body) == json.dumps(body, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


@settings(max_examples=200)
@given(st.lists(BODIES.filter(lambda body: depth(body) <= 7), min_size=1, max_size=4))
def test_many_bodies_at_once_are_judged_as_one_by_one(bodies: list[dict[str, Any]]) -> None:
    reader = BodyReader()
    for _ in range(2):
        assert reader.values(b"\n".join(map(body_bytes, bodies)), len(bodies)) == bodies


@pytest.mark.parametrize(
    "bodies",
    [
        [b'{"a":1},{"b":2', b'"c":3}'],
        [b'{"a":1}\n{"b":2}'],
        [b'{"a":"\n"}'],
        [b'{"a":1', b'"b":2}'],
        [b'{"a":1}', b""],
        [b'{"b":1,"a":2}'],
        [b'{"a":1,"a":1}'],
        [b'{"a": 1}'],
        [b'{"a":1.0}'],
        [b'{"a":9007199254740992}'],
        ['{"ключ":1}'.encode()],
        ['{"a":[[{"ключ":1}]]}'.encode()],
        [b'{"a":"\\u0041"}'],
        [b'{"a":"\\ud800"}'],
        [b'{"a":"\xff"}'],
        [b'{"a":' + b"[" * 7 + b"]" * 7 + b"}"],
        [b"[]"],
    ],
)
def test_a_body_that_is_not_canonical_is_found_among_many(bodies: list[bytes]) -> None:
    reader = BodyReader()
    assert reader.values(b'{"a":[{"b":1,"c":[]}]}', 1) is not None
    assert reader.values(b"\n".join([b"{}", *bodies]), 1 + len(bodies)) is None


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ({"a": 1.5}, "fraction"),
        ({"a": float("nan")}, "fraction"),
        ({"a": 2**53}, "too large"),
        ({"a": -(2**53)}, "too large"),
        ({"a": "x\ud800"}, "place 2"),
        ({"ключ": 1}, "plain ASCII"),
        ({"a": {"é": 1}}, "plain ASCII"),
        ({"a": [[[[[[[1]]]]]]]}, "nested"),
    ],
)
def test_what_a_record_cannot_hold_is_refused_in_a_sentence(body: dict[str, Any], words: str) -> None:
    with pytest.raises(Refused, match=words):
        body_bytes(body)


def test_seven_levels_in_a_body_make_eight_in_the_record_and_are_allowed() -> None:
    assert body_bytes({"a": [[[[[[1]]]]]]}) == b'{"a":[[[[[[1]]]]]]}'


def test_a_record_over_one_mebibyte_is_refused() -> None:
    rest = ending(log="0" * 32, seq=1, prev="0" * 64, client=0, cseq=1, cprev=None, kind="note.written",
                  rec_utc="2026-01-05T09:00:01.000Z", salt="0" * 32)  # fmt: skip
    assert len(assemble(body_bytes({"text": "x" * 1_000_000}), rest)) < 1 << 20
    with pytest.raises(Refused, match="1 MiB"):
        assemble(body_bytes({"text": "x" * (1 << 20)}), rest)


GOOD = (VECTOR / "records/00000003.json").read_bytes()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (GOOD.replace(b'"seq":3', b'"seq":3,"seq":3'), "key twice"),
        (GOOD.replace(b'"seq":3', b'"seq": 3'), "canonical"),
        (GOOD + b"\n", "canonical"),
        (b"\xef\xbb\xbf" + GOOD, "not JSON"),
        (GOOD[:-1], "not JSON"),
        (GOOD.replace(b'"size":12', b'"size":12.0'), "fraction"),
        (GOOD.replace(b'"v":1', b'"v":2'), "under v"),
        (GOOD.replace(b'"v":1', b'"v":true'), "under v"),
        (GOOD.replace(b',"v":1', b""), "exactly the keys"),
        (GOOD.replace(b',"v":1', b',"v":1,"w":1'), "exactly the keys"),
        (GOOD.replace(b'"kind":"message.received"', b'"kind":"Message"'), "under kind"),
        (GOOD.replace(b"000Z", b"00Z"), "under rec_utc"),
        (GOOD.replace(b'"client":2', b'"client":-2'), "under client"),
        (b"[" * 100_000, "not JSON"),
        (b"x" * ((1 << 20) + 1), "1 MiB"),
    ],
)
def test_stored_bytes_that_are_not_a_record_are_refused(data: bytes, words: str) -> None:
    with pytest.raises(Refused, match=words):
        parse(data)
