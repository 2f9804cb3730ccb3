"""Forms of 1.9 as verbs: begun, filled, closed; what answers mean beyond themselves; their paper and text."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.errors import Refused
from app.facts.entries import Entry
from app.facts.forms import FormTick
from app.papers.plain_text import text_of
from app.words import words_for
from tests.journal.conftest import Shore


def kinds(shore: Shore, numbers: tuple[int, ...]) -> list[str]:
    return [shore.journal.reading.entry(number).kind for number in numbers]


def entries(shore: Shore, kind: str) -> list[Entry]:
    return [entry for entry in shore.journal.reading.timeline(shore.client) if entry.kind == kind]


def test_a_form_is_begun_in_the_clients_language_filled_and_closed(shore: Shore) -> None:
    forms = shore.journal.forms
    brief = forms.begin(shore.client, "brief")
    assert forms.get(brief).language == "ru"
    filled = forms.fill(brief, {"business": "Керамика "}, ["site_access"], given_by=shore.olga)
    assert kinds(shore, filled) == ["form.filled"]
    found = forms.get(brief)
    assert (found.fields, found.ticks, found.given_by) == ({"business": "Керамика"}, ("site_access",), shore.olga)
    closed = forms.close(brief, "Всё понятно")
    for number in (*filled, closed):
        assert shore.journal.reading.entry(number).body["sort"] == "brief"
    assert not forms.get(brief).open
    with pytest.raises(Refused, match="is closed"):
        forms.fill(brief, {"business": "x"})
    with pytest.raises(Refused, match="is closed already"):
        forms.close(brief)


def test_a_later_filling_comes_on_top_and_takes_back_what_it_empties(shore: Shore) -> None:
    forms = shore.journal.forms
    brief = forms.begin(shore.client, "brief")
    forms.fill(brief, {"business": "Керамика", "limits": "Без скидок"}, ["site_access", "statistics_access"])
    forms.fill(brief, {"limits": "", "purpose": "Зимой нет заказов"})
    found = forms.get(brief)
    assert found.fields == {"business": "Керамика", "purpose": "Зимой нет заказов"}
    assert found.ticks == ("site_access", "statistics_access")
    assert len(found.fills) == 2
    forms.fill(brief, {}, [])
    assert forms.get(brief).ticks == ()


def test_a_filling_that_is_retracted_leaves_the_one_before(shore: Shore) -> None:
    forms = shore.journal.forms
    brief = forms.begin(shore.client, "brief")
    forms.fill(brief, {"business": "Керамика"})
    (second,) = forms.fill(brief, {"business": "Кирпич"}, ["site_access"])
    shore.journal.talk.retract(shore.client, second, "Не тот клиент")
    assert (forms.get(brief).fields, forms.get(brief).ticks) == ({"business": "Керамика"}, ())


@pytest.mark.parametrize(
    ("fields", "ticks", "said"),
    [
        ({"busines": "x"}, None, "has no question busines"),
        ({"material": "x"}, None, "has no question material"),
        ({"business": "x"}, ["sight_access"], "has no sentence sight_access"),
        ({"business": " "}, None, "Nothing is answered yet"),
    ],
)
def test_an_answer_to_nothing_is_refused(
    shore: Shore, fields: dict[str, str], ticks: list[str] | None, said: str
) -> None:
    brief = shore.journal.forms.begin(shore.client, "brief")
    with pytest.raises(Refused, match=said):
        shore.journal.forms.fill(brief, fields, ticks)
    assert entries(shore, "form.filled") == []


def test_each_word_of_expectations_is_noted_once_in_the_same_transaction(shore: Shore) -> None:
    """1.9: every row becomes an understanding; one noted before, by hand or by a form, is not doubled."""
    journal = shore.journal
    journal.understandings.note(shore.client, "Срочно", mine="до вечера")
    form = journal.forms.begin(shore.client, "expectations")
    fields = {
        "word_1": "Хороший сайт", "theirs_1": "Выглядит дорого", "mine_1": "Открывается быстро",
        "measure_1": "2,5 секунды на телефоне", "word_2": "СРОЧНО", "word_4": "Красиво", "measure_4": "вам нравится",
        "theirs_3": "слова нет, только мысль",
    }  # fmt: skip
    numbers = journal.forms.fill(form, fields, given_by=shore.olga)
    assert kinds(shore, numbers) == ["form.filled", "understanding.noted", "understanding.noted"]
    site, nice = (journal.understandings.get(number) for number in numbers[1:])
    assert (site.word, site.theirs, site.mine) == ("Хороший сайт", "Выглядит дорого", "Открывается быстро")
    assert (site.value, site.unit, site.open) == ("2.5", "секунды на телефоне", True)
    assert journal.reading.entry(nice.number).body["note"] == "вам нравится"
    assert journal.reading.entry(nice.number).body["about"] == [numbers[0]]
    again = journal.forms.fill(form, {"word_5": "хороший  сайт", "word_6": "Готово"})
    assert kinds(shore, again) == ["form.filled", "understanding.noted"]
    assert [each.word for each in journal.understandings.of_client(shore.client)] == [
        "Срочно", "Хороший сайт", "Красиво", "Готово",
    ]  # fmt: skip


def test_the_marks_of_a_survey_are_feedback_by_the_subjects_of_the_format(shore: Shore) -> None:
    """1.9, 1.3 feedback.given: scores by subject and words, once for each change of them."""
    journal = shore.journal
    form = journal.forms.begin(shore.client, "survey", "en")
    answers = {"work": "4", "talk": "5", "work_words": "Slow in August", "text": "Call less"}
    numbers = journal.forms.fill(form, answers, given_by=shore.olga)
    assert kinds(shore, numbers) == ["form.filled", "feedback.given"]
    said = journal.reading.entry(numbers[1]).body
    assert said["scores"] == {"work": "4", "talk": "5"}
    assert said["text"] == "The result: Slow in August\nWhat one thing should change first: Call less"
    assert (said["person"], said["about"]) == (shore.olga, [numbers[0]])
    assert kinds(shore, journal.forms.fill(form, {}, ["may_quote"])) == ["form.filled"]
    assert kinds(shore, journal.forms.fill(form, {"work": "5"})) == ["form.filled", "feedback.given"]


@pytest.mark.parametrize("mark", ["0", "6", "4.5", "good"])
def test_a_mark_is_from_1_to_5(shore: Shore, mark: str) -> None:
    form = shore.journal.forms.begin(shore.client, "survey")
    with pytest.raises(Refused, match="Give one from 1 to 5"):
        shore.journal.forms.fill(form, {"work": mark})


def test_answers_to_questions_that_the_owner_took_out_later_stay(shore: Shore) -> None:
    forms = shore.journal.forms
    brief = forms.begin(shore.client, "brief")
    forms.fill(brief, {"business": "Керамика"}, ["site_access"])
    part = replace(forms.text("brief", "ru").text.parts[0], ticks=(FormTick(key="mine", text="Моё"),))
    forms.keep_text(replace(forms.text("brief", "ru").text, parts=(part,)))
    forms.fill(brief, {"contact": "Ольга"})
    assert forms.get(brief).fields == {"business": "Керамика", "contact": "Ольга"}
    assert forms.get(brief).ticks == ("site_access",)
    facts = forms.facts(shore.client, forms.written(forms.get(brief)).text, forms.get(brief))
    assert "business: Керамика" in forms.message(facts)
    assert "Керамика" in text_of(forms.paper(facts), words_for("ru"))


def test_several_forms_of_one_sort_follow_each_other(shore: Shore) -> None:
    forms = shore.journal.forms
    first = forms.begin(shore.client, "survey")
    assert forms.open_one(shore.client, "survey") == forms.get(first)
    forms.close(first)
    assert forms.open_one(shore.client, "survey") is None
    second = forms.begin(shore.client, "survey")
    assert [each.number for each in forms.of_client(shore.client)] == [first, second]


def test_a_blank_form_as_text_has_a_gap_for_every_answer(shore: Shore) -> None:
    forms = shore.journal.forms
    text = forms.text("good_request", "es").text
    said = forms.message(forms.facts(shore.client, text))
    assert said.splitlines()[0] == "Una buena petición"
    assert said.count("_" * 20) == sum(len(part.fields) for part in text.parts)
    assert "☐ Se pide una cosa, no cinco" in said


def test_a_filled_form_as_text_and_as_paper_holds_answers_ticks_and_who_gave_them(shore: Shore) -> None:
    forms = shore.journal.forms
    form = forms.begin(shore.client, "survey")
    forms.fill(form, {"work": "4", "text": "Звонить\nреже"}, ["may_quote"], given_by=shore.olga)
    found = forms.get(form)
    facts = forms.facts(shore.client, forms.written(found).text, found)
    said, paper = forms.message(facts), forms.paper(facts)
    printed = text_of(paper, words_for("ru"))
    for text in (said, printed):
        assert "Ольга Никитина" in text
        assert "Звонить\nреже" in text
    assert "☑ Эти слова можно показывать с моим именем" in said
    assert "✓ Эти слова можно показывать с моим именем" in printed
    assert paper.language == "ru"
    assert paper.subtitle == "Мастерская «Глина»"


def test_a_table_whose_columns_the_owner_took_out_leaves_its_sentences(shore: Shore) -> None:
    forms = shore.journal.forms
    text = forms.text("expectations", "ru").text
    part = replace(text.parts[0], fields=(), ticks=(FormTick(key="own1", text="Всё понятно"),))
    forms.keep_text(replace(text, parts=(part,)))
    form = forms.begin(shore.client, "expectations")
    forms.fill(form, {}, ["own1"])
    facts = forms.facts(shore.client, forms.written(forms.get(form)).text, forms.get(form))
    assert "☑ Всё понятно" in forms.message(facts)
    assert "✓ Всё понятно" in text_of(forms.paper(facts), words_for("ru"))
