"""Who of a chat is the owner: by the order of 5.2, never by a guess."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.errors import Refused
from app.exchange.choosing import decide_me
from app.exchange.importing import ChatInfo
from app.exchange.people import Account, Author, MeBy, Participant, WhoIsMe
from app.exchange.telegram import Telegram

SAMPLES = Path(__file__).parents[1] / "files" / "telegram"
ELENA = Participant(name="Елена Мороз", id="user1", messages=5)
OLGA = Participant(name="Ольга Ким", id="user2", messages=9)
PYOTR = Participant(name="Пётр", id="user3", messages=1)
ACCOUNT = Account(id="user1", name="Елена Мороз")


def chat(*people: Participant, name: str = "Ольга Ким", sort: str = "personal_chat", number: str = "2") -> ChatInfo:
    return ChatInfo(index=0, name=name, type=sort, id=number, people=people)


def group(*people: Participant) -> ChatInfo:
    return chat(*people, name="Проект", sort="private_group", number="9")


@pytest.mark.parametrize("name", ["test_single_export.json", "test_batch_export.json"])
def test_neither_sample_says_who_the_owner_is(name: str) -> None:
    sample = Telegram().scan(SAMPLES / name).chats[0]
    with pytest.raises(Refused, match="Author 1, Author 2"):
        decide_me(sample, account=None, owner_name="Елена Мороз", contact=["Ольга Ким"])
    assert decide_me(sample, me="author  2") == WhoIsMe(by=MeBy.SAID, name="Author 2")


def test_the_owner_may_be_said_by_name_or_id() -> None:
    for said in ("Елена Мороз", "елена  мороз", "user1", "1"):
        assert decide_me(group(ELENA, OLGA, PYOTR), me=said) == WhoIsMe(by=MeBy.SAID, id="user1", name="Елена Мороз")
    assert decide_me(group(ELENA, PYOTR), me="Петр").id == "user3"


def test_what_was_said_goes_before_all_else() -> None:
    assert decide_me(chat(ELENA, OLGA), me="user2", account=ACCOUNT, owner_name="Елена Мороз").id == "user2"


def test_somebody_who_did_not_write_cannot_be_the_owner() -> None:
    with pytest.raises(Refused, match=r"called Анна.*Ольга Ким \(user2\), Елена Мороз \(user1\)"):
        decide_me(chat(ELENA, OLGA), me="Анна")


def test_namesakes_are_told_apart_by_the_id() -> None:
    other = Participant(name="елена мороз", id="user8", messages=2)
    with pytest.raises(Refused, match="Several people"):
        decide_me(group(ELENA, other), me="Елена Мороз")
    assert decide_me(group(ELENA, other), me="user8").id == "user8"


def test_the_account_of_the_export_is_the_owner() -> None:
    assert decide_me(group(ELENA, OLGA, PYOTR), account=ACCOUNT, owner_name="Пётр").by is MeBy.ACCOUNT


def test_an_account_that_never_wrote_received_everything() -> None:
    me = decide_me(chat(OLGA), account=ACCOUNT)
    assert (me.by, me.id) == (MeBy.ACCOUNT, "user1")
    assert not me.wrote(Author(name="Ольга Ким", id="user2"))


def test_an_account_is_found_by_name_where_there_are_no_ids() -> None:
    nameless = [Participant(name="Елена Мороз", id="", messages=1), Participant(name="Пётр", id="", messages=1)]
    assert decide_me(group(*nameless), account=ACCOUNT).by is MeBy.ACCOUNT


def test_the_sender_with_the_owners_name_is_the_owner() -> None:
    found = decide_me(group(ELENA, OLGA, PYOTR), owner_name="ЕЛЕНА МОРОЗ")
    assert (found.by, found.id) == (MeBy.OWNER_NAME, "user1")


def test_a_namesake_of_the_owner_on_the_other_side_is_not_taken() -> None:
    client = Participant(name="Елена Мороз", id="user2", messages=3)
    me = Participant(name="Лена", id="user1", messages=3)
    found = decide_me(chat(client, me, name="Елена Мороз"), owner_name="Елена Мороз")
    assert (found.by, found.id) == (MeBy.NOT_THE_CHAT, "user1")


def test_in_a_personal_chat_it_is_the_one_the_chat_is_not_called_after() -> None:
    assert decide_me(chat(ELENA, OLGA)) == WhoIsMe(by=MeBy.NOT_THE_CHAT, id="user1", name="Елена Мороз")
    by_name = decide_me(chat(ELENA, OLGA, number=""))
    assert by_name.id == "user1"
    renamed = decide_me(chat(ELENA, OLGA, name="Оля заказчик"))
    assert renamed.id == "user1"


def test_a_personal_chat_in_which_only_the_other_one_wrote_was_all_received() -> None:
    me = decide_me(chat(OLGA))
    assert me == WhoIsMe(by=MeBy.NOT_THE_CHAT)
    assert not me.wrote(Author(name="Ольга Ким", id="user2"))
    assert not me.wrote(Author())


def test_of_two_it_is_the_one_who_is_not_the_contact() -> None:
    assert decide_me(group(ELENA, OLGA), contact=["ольга ким"]) == WhoIsMe(
        by=MeBy.NOT_THE_CONTACT, id="user1", name="Елена Мороз"
    )


@pytest.mark.parametrize("people", [(ELENA, OLGA, PYOTR), (ELENA, PYOTR), (OLGA,), ()])
def test_what_no_rule_decides_is_refused(people: tuple[Participant, ...]) -> None:
    with pytest.raises(Refused, match="--me"):
        decide_me(group(*people), owner_name="Анна", contact=["Ольга Ким"])


def test_a_chat_of_two_contacts_is_refused() -> None:
    with pytest.raises(Refused):
        decide_me(group(ELENA, OLGA), contact=["Ольга Ким", "Елена Мороз"])


def test_an_id_decides_before_a_name() -> None:
    me = WhoIsMe(by=MeBy.SAID, id="user1", name="Елена Мороз")
    assert me.wrote(Author(name="Лена (новое имя)", id="user1"))
    assert not me.wrote(Author(name="Елена Мороз", id="user8"))
    assert me.wrote(Author(name="ЕЛЕНА  Мороз"))


def test_names_in_a_sentence_cannot_turn_or_hide_the_rest_of_it() -> None:
    sly = Participant(name="Анна\u202e\x1b[2J\n\nfoo", id="user5", messages=1)
    with pytest.raises(Refused) as refusal:
        decide_me(group(sly, OLGA, PYOTR))
    assert "Анна‹U+202E›‹U+001B›[2J foo (user5)" in str(refusal.value)
