"""Whatever the rows are: every word is on some page, nothing stands under the foot, no row is on two pages."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.facts.pages import Cell, Column, Paragraph, Section, Table, plain
from tests.papers.sheets import of
from ui.printing.drawn import Letters, Rule, words_on
from ui.printing.layout import lay_out
from ui.printing.paint import ensure_gui

WORDS = st.lists(
    st.sampled_from(["implantes", "комплектация", "a", "300 €", "Überwachung" * 12]), min_size=1, max_size=60
)
ROWS = st.lists(WORDS, min_size=1, max_size=40)


@pytest.fixture(autouse=True, scope="module")
def _gui(qapp: object) -> None:
    ensure_gui()


@given(ROWS)
@settings(max_examples=40)
def test_no_row_is_split_and_no_word_is_lost(rows: list[list[str]]) -> None:
    named = [(f"row{number:03d}", " ".join(words)) for number, words in enumerate(rows)]
    cells = tuple((Cell(plain(name)), Cell(plain(text)), Cell(plain(f"end{name}"))) for name, text in named)
    table = Table(columns=(Column(150), Column(700), Column(150)), head=("Name", "Text", "End"), rows=cells, ruled=True)
    pages = lay_out(of(Section("Rows", (table, Paragraph(plain("after"))))))
    texts = [words_on(page) for page in pages.pages]
    together = "".join("".join(texts).split())
    for name, text in named:
        found = [page for page in texts if f"end{name}" in page]
        assert len(found) == 1
        assert f"{name} " in found[0]
        assert text.split()[0][:10] in together
    assert all("Name Text End" in page for page in texts if "row" in page)


@given(ROWS)
@settings(max_examples=20)
def test_nothing_of_the_body_reaches_into_the_foot(rows: list[list[str]]) -> None:
    pages = lay_out(of(*(Paragraph(plain(" ".join(words))) for words in rows)))
    for page in pages.pages:
        items = [item for item in page.items() if isinstance(item, Letters | Rule)]
        foot = next(item for item in reversed(items) if isinstance(item, Rule))
        body = items[: items.index(foot)]
        assert all(item.y < foot.y for item in body)
