"""What stands under *My move* beside a client's timeline (6.4, C6)."""

from __future__ import annotations

from pathlib import Path

from tests.ui.shore import Shore
from ui.theme import Theme


def test_a_voice_in_a_channel_that_is_not_agreed_is_one_line(tmp_path: Path, dressed: Theme) -> None:
    shore = Shore(tmp_path)
    shore.journal.edits.request(
        shore.client, "Un banner para el lunes", title="Banner", person=shore.javier, channel="telegram"
    )
    rules = {flag.rule for flag in shore.journal.desk.flags()}
    assert {"F7", "F8"} <= rules
    mine = shore.journal.desk.client_page(shore.client).mine
    assert [(each.noun, each.title, each.asked_by) for each in mine] == [("edit", "Banner", "Javier")]


def test_the_contact_in_a_channel_that_is_not_agreed_keeps_a_line_of_its_own(tmp_path: Path, dressed: Theme) -> None:
    shore = Shore(tmp_path)
    shore.journal.talk.received(shore.client, "¿Puedes mirar esto?", channel="telegram")
    mine = shore.journal.desk.client_page(shore.client).mine
    assert "F8" in {each.flag.rule for each in mine if each.flag}
