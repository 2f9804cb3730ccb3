"""Verbs about forms: begun, filled, closed; their words, the owner's or the shipped; their paper and text (1.9)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from app.errors import Refused
from app.facts.forms import SCORES, SORTS, FormText
from app.facts.pages import Paper
from app.facts.plan import Form
from app.journal.form_meaning import record_meaning
from app.journal.rooms import Room, when
from app.papers.form import FormFacts, form_paper, form_text
from app.papers.form_files import FoundForm, find_form, keep_own_form, own_file, reset_form, spoken
from app.storage.shelf import items
from app.words import words_for


class Forms(Room):
    """Forms of all clients."""

    @property
    def own_folder(self) -> Path:
        """Where the owner's own versions lie: beside the journal."""
        return self.journal.path.with_suffix(".forms")

    def text(self, sort: str, language: str = "") -> FoundForm:
        """The words of a form: the owner's own, else the shipped ones; in English where the language has none."""
        return find_form(sort, language, self.own_folder)

    def texts(self, language: str = "") -> tuple[FoundForm, ...]:
        """The words of every form."""
        return tuple(self.text(sort, language) for sort in SORTS)

    def keep_text(self, text: FormText) -> Path:
        """Keep the owner's own version; it is taken before the shipped one from now on."""
        return keep_own_form(self.own_folder, text)

    def reset_text(self, sort: str, language: str) -> bool:
        """Go back to the shipped version; False when there was no other."""
        return reset_form(self.own_folder, sort, spoken(language))

    def has_own_text(self, sort: str, language: str) -> bool:
        """Whether a file of the owner's is there, sound or not."""
        return own_file(self.own_folder, sort, spoken(language)).is_file()

    def language_of(self, client: int) -> str:
        """The language of a client's forms: his own, or English where there are none in it."""
        return spoken(self.journal.clients.get(client).language)

    def is_in_english_instead(self, client: int) -> bool:
        """There are no forms in the client's language (3.3: an English one and a line that says so)."""
        language = self.journal.clients.get(client).language
        return bool(language) and spoken(language) != language.split("-", 1)[0].lower()

    def begin(self, client: int, sort: str, language: str = "", *, at: datetime | None = None, **more: Any) -> int:
        """Open a form for a client; several of one sort may follow each other. Gives its number."""
        said_in = self.text(sort, language or self.language_of(client)).text.language
        with self.journal.act() as act:
            body = {"sort": sort, "language": said_in}
            return act.add("form.begun", client, body | more | when(act.connection, at))

    def fill(
        self,
        form: int,
        fields: Mapping[str, str] | None = None,
        ticks: Iterable[str] | None = None,
        *,
        given_by: int | None = None,
        message: int | None = None,
        at: datetime | None = None,
        **more: Any,
    ) -> tuple[int, ...]:
        """Record answers, all that hold now: `fields` come on top of those given before, an empty one takes its
        answer back; `ticks` are all that are ticked, None leaves them. A word of `expectations` is noted once as an
        understanding, the marks of `survey` are feedback, in the same transaction. Gives the numbers of the entries.
        """  # fmt: skip
        found = self.get(form)
        if not found.open:
            raise Refused("The form {number} is closed. Begin a new one.", number=form)
        text = self.written(found).text
        answers = _answers(text, found, fields or {})
        ticked = _ticked(text, found, ticks)
        if not answers and not ticked:
            raise Refused("Nothing is answered yet. Write one answer or tick one sentence.")
        with self.journal.act() as act:
            before = len(act.added)
            body = self._named(found) | {"fields": answers, "ticks": ticked, "given_by": given_by, "message": message}
            filled = act.add("form.filled", found.client, body | more | when(act.connection, at))
            told = {"message": message, "about": [filled], "at": at}
            record_meaning(self.journal, text, found, answers, person=given_by, **told)
            return tuple(act.added[before:])

    def answer(
        self, client: int, sort: str, language: str = "", *, form: int = 0, anew: bool = False, **answers: Any
    ) -> tuple[int, ...]:
        """Fill the form given, else the open one of the sort; where there is none, or `anew`, begin one with it.

        Takes what `fill` takes. Gives the numbers of all entries.
        """
        with self.journal.act() as act:
            before = len(act.added)
            begun = None if form or anew else self.open_one(client, sort)
            number = form or (begun.number if begun else self.begin(client, sort, language, at=answers.get("at")))
            self.fill(number, **answers)
            return tuple(act.added[before:])

    def close(self, form: int, reason: str = "", *, at: datetime | None = None) -> int:
        """The form is done with, answered or not."""
        found = self.get(form)
        if not found.open:
            raise Refused("The form {number} is closed already.", number=form)
        with self.journal.act() as act:
            body = self._named(found) | {"reason": reason} | when(act.connection, at)
            return act.add("form.closed", found.client, body)

    def _named(self, form: Form) -> dict[str, Any]:
        """Every entry says which form it is about, for whoever reads it alone."""
        return {"item": form.number, "sort": form.sort_of_form, "language": form.language}

    def get(self, number: int) -> Form:
        """The form of that number; Refused when there is none."""
        with self.journal.look() as connection:
            found = items.item(connection, number)
        if not isinstance(found, Form):
            raise Refused("Entry {number} is not a form of this client. Begin the form first, then this.",
                          number=number)  # fmt: skip
        return found

    def of_client(self, client: int) -> tuple[Form, ...]:
        """Every form ever begun for a client, oldest first."""
        with self.journal.look() as connection:
            return items.of_noun(items.items_of(connection, client, "form"), Form)

    def open_one(self, client: int, sort: str) -> Form | None:
        """The last open form of a sort, if there is one."""
        found = [form for form in self.of_client(client) if form.open and form.sort_of_form == sort]
        return found[-1] if found else None

    def written(self, form: Form) -> FoundForm:
        """The words of a form that was begun, in its language."""
        return self.text(form.sort_of_form, form.language or self.language_of(form.client))

    def paper(self, facts: FormFacts) -> Paper:
        """The form to print, blank or with its answers."""
        return form_paper(facts, words_for(facts.text.language))

    def message(self, facts: FormFacts) -> str:
        """The form as text for a messenger, with gaps to fill."""
        return form_text(facts, words_for(facts.text.language))

    def facts(self, client: int, text: FormText, form: Form | None = None) -> FormFacts:
        """What a paper of the form says: its words and, of a form that was begun, its answers."""
        owner = self.journal.reading.owner()
        giver = next((each.name for each in self.journal.clients.people(client)
                      if form is not None and each.number == form.given_by), "")  # fmt: skip
        return FormFacts(
            text=text,
            client=self.journal.clients.get(client).name,
            owner=owner.name,
            zone=owner.zone,
            made_at=self.journal.clock(),
            fields=form.fields if form else {},
            ticks=form.ticks if form else (),
            given_by=giver,
            filled=form.fills[-1].at if form and form.fills else None,
        )


def _answers(text: FormText, form: Form, fields: Mapping[str, str]) -> dict[str, str]:
    """The answers given before with the new ones over them, in the order of the form."""
    known = form.fields
    for key, answer in fields.items():
        if not text.has_field(key) and key not in known:
            raise Refused("The form “{title}” has no question {key}. `ashore form show {sort}` lists them.",
                          title=text.title, key=key, sort=text.sort)  # fmt: skip
        if key in text.score_keys and answer.strip() and answer.strip() not in SCORES:
            raise Refused("{answer} is no mark. Give one from 1 to 5.", answer=answer.strip())
    whole = {key: answer.strip() for key, answer in {**known, **fields}.items()}
    return {key: answer for key, answer in whole.items() if answer}


def _ticked(text: FormText, form: Form, ticks: Iterable[str] | None) -> list[str]:
    """What is ticked now, in the order of the form; ticks of an earlier version of it stay."""
    wanted = set(form.ticks if ticks is None else ticks)
    unknown = sorted(wanted - set(text.tick_keys) - set(form.ticks))
    if unknown:
        raise Refused("The form “{title}” has no sentence {key} to tick. `ashore form show {sort}` lists them.",
                      title=text.title, key=unknown[0], sort=text.sort)  # fmt: skip
    ordered = [key for key in text.tick_keys if key in wanted]
    return ordered + [key for key in form.ticks if key in wanted and key not in ordered]
