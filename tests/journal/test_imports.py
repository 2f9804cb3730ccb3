"""Imports: every choice stands in the entry, and nothing of another client leaves by it (4.5, 5.2)."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from app.journal.import_look import Look
from app.journal.imports import Asked
from tests.journal.conftest import Shore

FOREIGN = ("Harbour", "Finch", "Whitfield", "regatta", "user77")


def message(number: int, name: str, text: str) -> dict[str, Any]:
    return {"id": number, "type": "message", "date_unixtime": str(1_790_000_000 + number), "from": name,
            "from_id": f"user{ {'Elena Marín': 1, 'Ольга Никитина': 2}.get(name, 77) }", "text": text}  # fmt: skip


def chat(name: str, number: int, *messages: dict[str, Any]) -> dict[str, Any]:
    return {"name": name, "type": "personal_chat", "id": number, "messages": list(messages)}


OLGA = chat("Ольга Никитина", 2, message(1, "Ольга Никитина", "Добрый день"), message(2, "Elena Marín", "Смотрю"))
TOM = chat("Tom Whitfield", 77, message(3, "Tom Whitfield", "The regatta budget"), {"id": 9, "type": "odd regatta"})


@pytest.fixture
def beside(shore: Shore) -> Shore:
    shore.journal.clients.add("Harbour & Finch")
    return shore


def everything(shore: Shore, folder: Path) -> str:
    bag = folder / "bag.zip"
    shore.journal.bags.export(shore.client, bag, None)
    with zipfile.ZipFile(bag) as archive:
        return "".join(name + archive.read(name).decode("utf-8", "replace") for name in archive.namelist())


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "with a byte order mark"])
def test_of_an_export_of_everything_only_the_clients_own_chat_leaves(
    beside: Shore, tmp_path: Path, mark: bytes
) -> None:
    path = tmp_path / "Harbour & Finch and others.json"
    path.write_bytes(mark + json.dumps({"chats": {"list": [TOM, OLGA]}}, ensure_ascii=False).encode())
    done = beside.journal.imports.take(beside.client, path, Asked(me="Elena Marín"))
    body = beside.journal.reading.entry(done.entry).body
    assert (body["name"], [each["use"] for each in body["attachments"]]) == ("export.json", ["whole_source", "source"])
    first, end = body["range"]
    assert json.loads(path.read_bytes()[first:end]) == OLGA
    told = everything(beside, tmp_path)
    assert "Добрый день" in told
    assert [word for word in FOREIGN if word in told] == []


def test_a_file_called_after_another_client_is_not_called_so_here(beside: Shore, tmp_path: Path) -> None:
    path = tmp_path / "harbour & finch.json"
    path.write_text(json.dumps(OLGA, ensure_ascii=False), encoding="utf-8")
    done = beside.journal.imports.take(beside.client, path, Asked(me="Elena Marín"))
    assert beside.journal.reading.entry(done.entry).body["name"] == "export.json"
    assert "finch" not in everything(beside, tmp_path).casefold()


def test_who_the_others_are_stands_with_their_names_and_ids(shore: Shore, tmp_path: Path) -> None:
    path = tmp_path / "result.json"
    path.write_text(json.dumps(OLGA, ensure_ascii=False), encoding="utf-8")
    done = shore.journal.imports.take(shore.client, path, Asked(me="Elena Marín"))
    body = shore.journal.reading.entry(done.entry).body
    assert body["name"] == "result.json"
    assert body["choices"]["people"] == [{"name": "Ольга Никитина", "id": "user2", "person": shore.olga}]
    assert body["choices"]["me"] == {"name": "Elena Marín", "id": "user1", "why": "said"}


def test_an_export_that_begins_after_the_last_one_ended_is_remarked_before_it_is_taken(
    shore: Shore, tmp_path: Path
) -> None:
    """5.2: export caps are silent."""
    path = tmp_path / "result.json"
    path.write_text(json.dumps(OLGA, ensure_ascii=False), encoding="utf-8")
    shore.journal.imports.take(shore.client, path, Asked(me="Elena Marín"))
    assert _gaps(shore, path) == []
    later = chat("Ольга Никитина", 2, message(500, "Ольга Никитина", "Снова я"))
    path.write_text(json.dumps(later, ensure_ascii=False), encoding="utf-8")
    (values,) = _gaps(shore, path)
    assert [at.timestamp() - 1_790_000_000 for at in (values["ended"], values["begins"])] == [2, 500]


def _gaps(shore: Shore, path: Path) -> list[dict[str, Any]]:
    shown = Look(shore.journal, shore.client, path).scan()
    return [dict(remark.values) for remark in shown.remarks if "may be missing" in remark.text]
