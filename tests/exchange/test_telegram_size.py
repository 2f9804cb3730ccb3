"""Exports of many megabytes: read in the memory of one window, in a process of its own that is measured (Q11)."""

from __future__ import annotations

import json
import subprocess
import sys
from itertools import cycle, islice
from pathlib import Path

import pytest

from tests.exchange.make_export import CLIENT, believable, shown, write_full

ROOT = Path(__file__).parents[2]
MEASURE = """
import json, resource, sys
from pathlib import Path
from app.exchange.telegram import Telegram

def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

idle = peak()
path = Path(sys.argv[1])
preview = Telegram().scan(path)
read = sum(1 for chat in preview.chats for _ in Telegram().messages(path, chat))
print(json.dumps({"idle": idle, "peak": peak(), "read": read, "chats": len(preview.chats)}))
"""


def measured(path: Path) -> dict[str, int]:
    ran = subprocess.run(
        [sys.executable, "-c", MEASURE, str(path)], cwd=ROOT, capture_output=True, text=True, check=True, timeout=120
    )
    found: dict[str, int] = json.loads(ran.stdout)
    return found


def large(path: Path, megabytes: int) -> int:
    """A file of about that size; the same 2,000 messages over and over. Returns how many there are."""
    messages = [shown(one, 2).encode() for one in believable(2000)]
    count = megabytes * 1_000_000 * 2000 // sum(map(len, messages))
    with path.open("wb") as out:
        out.write(f'{{\n "name": "{CLIENT[0]}",\n "type": "personal_chat",\n "id": 2002,\n "messages": ['.encode())
        out.writelines(
            (b",\n  " if index else b"\n  ") + one for index, one in enumerate(islice(cycle(messages), count))
        )
        out.write(b"\n ]\n}")
    return count


@pytest.mark.skipif(sys.platform == "win32", reason="peak memory is asked of the system as Unix does it")
def test_fifty_megabytes_take_no_more_memory_than_two(tmp_path: Path) -> None:
    small, big = tmp_path / "small.json", tmp_path / "big.json"
    few, many = large(small, 2), large(big, 50)
    little, much = measured(small), measured(big)
    assert (little["read"], much["read"]) == (few, many)
    assert big.stat().st_size > 48_000_000
    assert much["peak"] < little["peak"] * 1.1
    assert much["peak"] < much["idle"] * 1.5


@pytest.mark.skipif(sys.platform == "win32", reason="peak memory is asked of the system as Unix does it")
def test_many_chats_and_much_between_them_take_no_more_memory(tmp_path: Path) -> None:
    path = tmp_path / "result.json"
    write_full(path, [(f"Chat {number}", "personal_chat", number, list(believable(3))) for number in range(3000)])
    contacts = ",".join('{"user_id": 1, "first_name": "Somebody else"}' for _ in range(300_000))
    whole = path.read_text(encoding="utf-8").replace('"list": [{"user_id": 5', f'"list": [{contacts},{{"user_id": 5', 1)
    path.write_text(whole, encoding="utf-8")
    found = measured(path)
    assert (found["read"], found["chats"]) == (9000, 3000)
    assert found["peak"] < found["idle"] * 1.5
