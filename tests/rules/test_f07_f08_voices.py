"""F7 somebody else than the contact, F8 a channel that was never agreed."""

from __future__ import annotations

from msgspec.structs import replace

from app.facts.terms import AgreedChannel
from app.rules.flags.cards import cards
from tests.rules.making import ANA, JAVIER, Story, hour


def test_a_voice_asks_for_an_edit_and_the_contact_is_to_confirm() -> None:
    story = Story()
    edit = story.edit("2026-11-20 10:11", "Banner", by=JAVIER)
    flag = story.flag("F7", "2026-11-20 11:42")
    assert flag is not None
    assert (flag.key, flag.reason.code, hour(flag)) == (f"F7:11:{edit}", "f7", "2026-11-20 12:11")
    assert flag.reason.values == {"person": "Javier", "title": "Banner", "contact": "Lucía"}


def test_the_confirmation_or_the_withdrawal_ends_it() -> None:
    for name, kind in (("confirmed", "edit.confirmed"), ("ended", "edit.withdrawn")):
        story = Story()
        edit = story.edit("2026-11-20 10:11", by=JAVIER)
        story.step(edit, name, kind, "2026-11-20 11:00")
        assert story.flag("F7", "2026-11-20 11:42") is None


def test_who_is_the_contact_by_now_does_not_make_an_old_voice_one() -> None:
    story = Story()
    story.edit("2026-11-19 10:11", by=JAVIER)
    story.contact(JAVIER, since="2026-11-20 09:00")
    assert story.flag("F7", "2026-11-20 11:42") is not None


def test_a_message_of_a_voice_wants_an_answer_to_him() -> None:
    story = Story()
    number = story.received("2026-11-20 10:11", by=JAVIER)
    flag = story.flag("F7", "2026-11-20 11:42")
    assert flag is not None
    assert (flag.key, flag.reason.code) == (f"F7:11:{number}", "f7_message")
    story.sent("2026-11-20 11:43", to=ANA)
    assert story.flag("F7", "2026-11-20 11:44") is not None
    story.sent("2026-11-20 11:45", to=JAVIER)
    assert story.flag("F7", "2026-11-20 11:46") is None


def test_or_a_word_to_the_contact_about_it() -> None:
    story = Story()
    number = story.received("2026-11-20 10:11", by=JAVIER)
    story.sent("2026-11-20 11:43")
    assert story.flag("F7", "2026-11-20 11:44") is not None
    story.sent("2026-11-20 11:45", about=(number,))
    assert story.flag("F7", "2026-11-20 11:46") is None


def test_each_voice_has_one_reason_the_oldest() -> None:
    story = Story()
    first = story.received("2026-11-20 10:11", by=JAVIER)
    story.received("2026-11-20 10:30", by=JAVIER)
    other = story.received("2026-11-20 10:40", by=ANA)
    assert [each.key for each in story.all("F7", "2026-11-20 11:00")] == [f"F7:11:{first}", f"F7:11:{other}"]


def test_a_contractor_is_no_voice() -> None:
    story = Story()
    story.people[1] = replace(story.people[1], third_party=True)
    story.received("2026-11-20 10:11", by=JAVIER)
    assert story.flag("F7", "2026-11-20 11:42") is None


def test_an_import_of_old_messages_nags_nobody() -> None:
    story = Story(added="2026-11-20 09:00")
    story.received("2026-11-12 10:11", by=JAVIER, imported=True)
    story.received("2026-11-12 10:12", by=JAVIER, channel="whatsapp", imported=True)
    story.edit("2026-11-12 10:13", by=JAVIER)
    assert not {"F7", "F8"} & {each.rule for each in story.flags("2026-11-20 10:00")}


def test_a_message_in_a_channel_that_was_never_agreed() -> None:
    story = Story()
    number = story.received("2026-11-20 10:00", channel="whatsapp")
    story.received("2026-11-20 10:20", channel="whatsapp")
    flag = story.flag("F8", "2026-11-20 11:00")
    assert flag is not None
    assert (flag.key, flag.reason.values["channel"], hour(flag)) == (f"F8:11:{number}", "whatsapp", "2026-11-20 12:00")


def test_an_answer_there_does_not_end_it_but_a_word_in_an_agreed_channel_does() -> None:
    story = Story()
    story.received("2026-11-20 10:00", channel="whatsapp")
    story.sent("2026-11-20 10:10", channel="whatsapp")
    assert story.flag("F8", "2026-11-20 11:00") is not None
    assert story.flag("F2", "2026-11-20 11:00") is None
    story.sent("2026-11-20 11:10", channel="email")
    assert story.flag("F8", "2026-11-20 11:11") is None


def test_one_for_each_channel() -> None:
    story = Story()
    story.received("2026-11-20 10:00", channel="whatsapp")
    story.received("2026-11-20 10:01", channel="vk")
    assert len(story.all("F8", "2026-11-20 11:00")) == 2


def test_to_agree_the_channel_ends_it() -> None:
    story = Story()
    story.received("2026-11-20 10:00", channel="whatsapp")
    channels = (AgreedChannel(channel="telegram"), AgreedChannel(channel="whatsapp"))
    story.agreed(since="2026-11-21", channels=channels)
    assert story.flag("F8", "2026-11-20 23:00") is not None
    assert story.flag("F8", "2026-11-21 01:00") is None


def test_while_nothing_is_agreed_every_channel_counts_as_agreed() -> None:
    story = Story(preset=None)
    story.received("2026-11-20 10:00", channel="whatsapp")
    assert story.flag("F8", "2026-11-20 11:00") is None


def test_a_thank_you_there_is_nothing_to_speak_of() -> None:
    story = Story()
    story.received("2026-11-20 10:00", "ok", channel="whatsapp", no_answer_needed=True)
    assert story.flag("F8", "2026-11-20 11:00") is None


def test_a_voice_in_a_wrong_channel_is_one_line() -> None:
    story = Story()
    edit = story.edit("2026-11-20 10:11", by=JAVIER, channel="whatsapp")
    found = [each for each in story.flags("2026-11-20 11:42") if each.rule in ("F7", "F8")]
    assert {each.key for each in found} == {f"F7:11:{edit}", f"F8:11:{edit}"}
    (card,) = cards(found)
    assert [each.reason.code for each in card.reasons] == ["f7_off_channel"]
