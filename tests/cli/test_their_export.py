"""`ashore import telegram --theirs`: the client's own export adds nothing and marks what it holds, too (4.6, DUP)."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.shell import Shell

CLIENT = ("--client", "Clínica Albor")


def exported(path: Path, chat: str, number: int, first: int) -> Path:
    people = (("Lucía Herrero", 5), ("Elena Marín", 1))
    messages = [
        {"id": first + n, "type": "message", "date_unixtime": str(1_793_000_000 + n), "from": name,
         "from_id": f"user{of}", "text": f"Línea {n}"}
        for n, (name, of) in enumerate(people)
    ]  # fmt: skip
    path.write_text(json.dumps({"name": chat, "type": "personal_chat", "id": number, "messages": messages}))
    return path


def test_the_clients_own_export_is_compared_and_shown_beside_the_entry(ashore: Shell, tmp_path: Path) -> None:
    mine = exported(tmp_path / "mine.json", "Lucía Herrero", 5, 10)
    theirs = exported(tmp_path / "theirs.json", "Elena Marín", 1, 900)
    assert ashore("import", "telegram", theirs, *CLIENT, "--theirs") == 1
    assert "stands in this journal" in ashore.err
    assert ashore("import", "telegram", mine, *CLIENT) == 0
    done = ashore.json("import", "telegram", theirs, *CLIENT, "--theirs")
    assert (done["also_here"], done["known"], done["not_here"]) == (2, 0, 0)
    shown = ashore.json("show", str(done["entry"] - 1))
    assert (shown["rests_on"], shown["also_in"]) == ("B", done["entry"])
    assert ashore("import", "telegram", theirs, *CLIENT, "--theirs") == 0
    assert "2 entries also stand in the client's own export (DUP)." in ashore.out
    assert ashore("import", "telegram", theirs, *CLIENT, "--theirs", "--again") == 2
