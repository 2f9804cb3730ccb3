"""`ashore form …`: listed, shown with their keys, printed blank and filled, filled out of a file, closed (1.9)."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from app.clock import system_clock
from app.facts.forms import SORTS
from app.journal.opening import open_journal
from tests.cli.shell import Shell, begun


@pytest.fixture
def ashore(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    shell = begun(tmp_path, capsys, "Albor")
    assert shell("contact", "set", "--client", "Albor", "Lucía Herrero", "--since", "2026-01-01") == 0
    return shell


def answers(folder: Path, **body: object) -> str:
    path = folder / "answers.json"
    path.write_text(json.dumps(body), encoding="utf-8")
    return str(path)


def test_every_sort_is_listed_in_the_language_asked_for(ashore: Shell) -> None:
    assert ashore("form", "list", "--lang", "ru") == 0
    assert [line.split()[0] for line in ashore.out.splitlines()] == list(SORTS)
    assert "Хороший запрос" in ashore.out
    assert ashore("form", "list", "--json") == 0
    assert [each["sort"] for each in json.loads(ashore.out)["sorts"]] == list(SORTS)


def test_a_sort_is_shown_with_the_keys_that_a_file_answers(ashore: Shell) -> None:
    assert ashore("form", "show", "expectations", "--lang", "es") == 0
    assert "word_1" in ashore.out and "La palabra" in ashore.out
    assert ashore("form", "show", "brief", "--json") == 0
    assert json.loads(ashore.out)["part"][0]["field"][0]["key"] == "contact"
    assert ashore("form", "show", "poem") == 1
    assert ashore.err.startswith("There is no form called “poem”.")


def test_filling_opens_a_form_and_fills_the_open_one_the_next_time(ashore: Shell, tmp_path: Path) -> None:
    file = answers(tmp_path, fields={"work": 4, "text": "Menos llamadas"}, ticks=["may_quote"])
    assert ashore("form", "fill", "survey", "--client", "Albor", "--given-by", "lucia herrero", file, "--json") == 1
    fill = ("form", "fill", "survey", "--client", "Albor", "--given-by", "Lucía Herrero")
    assert ashore(*fill, file, "--json") == 0
    first = json.loads(ashore.out)["entries"]
    assert len(first) == 3
    assert ashore(*fill, answers(tmp_path, fields={"talk": "5"}), "--json") == 0
    assert len(json.loads(ashore.out)["entries"]) == 2
    assert ashore("form", "show", str(first[0])) == 0
    assert "Menos llamadas" in ashore.out and "☑ Estas palabras se pueden mostrar con mi nombre" in ashore.out
    assert ashore("form", "list", "--client", "Albor") == 0
    assert f"{first[0]}: How are we doing, filled" in ashore.out
    assert ashore("form", "close", str(first[0])) == 0
    assert ashore("form", "fill", str(first[0]), "--client", "Albor", file) == 1
    assert ashore.err.strip() == f"The form {first[0]} is closed. Begin a new one."
    assert ashore("check") == 0


def test_answers_come_on_standard_input(ashore: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    body = json.dumps({"fields": {"business": "Clínica"}})
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(body.encode())))
    assert ashore("form", "fill", "brief", "--client", "Albor", "-") == 0
    journal = open_journal(ashore.journal, system_clock, writes=False)
    assert journal.forms.of_client(journal.clients.named("Albor").number)[0].fields == {"business": "Clínica"}
    journal.close()


@pytest.mark.parametrize("body", [{"business": "x"}, {"fields": ["x"]}, {"fields": {"business": True}}, {"ticks": "x"}])
def test_a_file_that_holds_no_answers_is_refused_and_opens_no_form(
    ashore: Shell, tmp_path: Path, body: dict[str, object]
) -> None:
    assert ashore("form", "fill", "brief", "--client", "Albor", answers(tmp_path, **body)) == 1
    assert "holds no answers. It needs fields" in ashore.err
    assert ashore("form", "fill", "brief", "--client", "Albor", answers(tmp_path, fields={"colour": "x"})) == 1
    assert "has no question colour" in ashore.err
    assert ashore("form", "list", "--client", "Albor", "--json") == 0
    assert json.loads(ashore.out)["forms"] == []


def test_a_form_is_printed_blank_and_filled_as_pdf_and_as_text(ashore: Shell, tmp_path: Path) -> None:
    blank, pdf = tmp_path / "brief.txt", tmp_path / "brief.pdf"
    assert ashore("form", "print", "brief", "--client", "Albor", "--out", str(blank)) == 0
    assert blank.read_text(encoding="utf-8").startswith("Cuestionario inicial\n")
    assert "____" in blank.read_text(encoding="utf-8")
    assert ashore("form", "print", "brief", "--client", "Albor", "--out", str(pdf)) == 0
    assert pdf.read_bytes().startswith(b"%PDF-1.4")
    assert ashore("form", "fill", "brief", "--client", "Albor", answers(tmp_path, fields={"limits": "Sin humo"})) == 0
    assert ashore("form", "list", "--client", "Albor", "--json") == 0
    (form,) = json.loads(ashore.out)["forms"]
    filled = tmp_path / "filled.txt"
    assert ashore("form", "print", str(form["form"]), "--out", str(filled)) == 0
    assert "Sin humo" in filled.read_text(encoding="utf-8")
    assert ashore("form", "print", "brief", "--out", str(filled)) == 2
    assert ashore("form", "print", "brief", "--client", "Albor", "--out", str(tmp_path / "x.doc")) == 2


def test_a_form_of_one_client_is_not_printed_or_filled_for_another(ashore: Shell, tmp_path: Path) -> None:
    assert ashore("client", "add", "Glina") == 0
    assert (
        ashore("form", "fill", "brief", "--client", "Albor", answers(tmp_path, fields={"limits": "x"}), "--json") == 0
    )
    number = str(json.loads(ashore.out)["entries"][0])
    out = str(tmp_path / "x.txt")
    assert ashore("form", "print", number, "--client", "Glina", "--out", out) == 1
    assert ashore("form", "fill", number, "--client", "Glina", answers(tmp_path, fields={"limits": "y"})) == 1
    assert "is not a form of this client" in ashore.err
