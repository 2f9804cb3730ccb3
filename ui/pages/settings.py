"""Settings: language, theme, text scale, keys, and the owner's facts; everything is worn at once (6.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.settings import SCALES
from app.words import N_
from ui.layout import Layout
from ui.theme import theme
from ui.widgets.boxes import Column, Row, Scroll
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.choice import Choice
from ui.widgets.field import choice_field
from ui.widgets.header import PageHeader
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.text import Text
from ui.widgets.wrapped_tick import WrappedCheckBox

if TYPE_CHECKING:
    from ui.workbench import Workbench

LANGUAGES = (("en", "English"), ("ru", "Русский"), ("es", "Español"))
"""Each in its own words, so that everybody finds theirs."""
THEMES = (("system", N_("As the system")), ("light", N_("Light")), ("dark", N_("Dark")))
WIDEST = 760


class SettingsPage(Column):
    """Two cards: the look, and me."""

    def __init__(self, workbench: Workbench) -> None:
        super().__init__(gap=14, margins=(24, 20, 20, 14))
        self._workbench = workbench
        words = workbench.words
        self.add(PageHeader(words.text("Settings")))
        self._content = Column(gap=12, margins=(0, 0, 12, 12))
        self._scroll = self.add(Scroll(self._content), 1)
        self._look()
        self._me()
        self._texts()
        self._notices()
        self._backups()
        self._signing()
        self._about()
        self._content.add_space()

    def refresh(self) -> None:
        """The backups and the key change by themselves, nothing else here does."""
        self.backups.refresh()
        self.signing.refresh()

    def set_layout(self, layout: Layout) -> None:
        """Fields stand below each other in a single column."""
        self._owner.set_single(layout is Layout.SINGLE)

    def panes(self) -> list[QWidget]:
        """F6 goes to the fields."""
        return [self._content]

    def _look(self) -> None:
        bench, words = self._workbench, self._workbench.words
        card = self._card(words.text("Language and look"))
        card.add(Text(words.text("Language"), "small", weight=500, colour="text2"))
        languages = [Segment(key, name) for key, name in LANGUAGES]
        self.language = card.add(Segmented(languages, bench.language, name=words.text("Language")))
        self.language.changed.connect(self._speak)
        card.add(Text(words.text("Theme"), "small", weight=500, colour="text2"))
        themes = [Segment(key, words.text(name)) for key, name in THEMES]
        self.theme = card.add(Segmented(themes, bench.settings.theme, name=words.text("Theme")))
        self.theme.changed.connect(self._wear)
        scales = [Choice(str(scale), f"{scale} %") for scale in SCALES]
        self.scale = card.add(choice_field(words.text("Size of text"), scales, str(theme().percent)))
        self.scale.editor.chosen.connect(self._scale)
        self.letters = card.add(WrappedCheckBox(words.text("Single letters act in lists (W writes, S snoozes)")))
        self.letters.setChecked(bench.settings.single_keys)
        self.letters.toggled.connect(self._letters)
        self.motion = card.add(WrappedCheckBox(words.text("Small movements, where the system allows them")))
        self.motion.setChecked(bench.settings.motion)
        self.motion.toggled.connect(self._motion)

    def _me(self) -> None:
        from ui.dialogs.agreement import OwnerForm

        card = self._card(self._workbench.words.text_in("title", "Me"))
        self._owner = card.add(OwnerForm(self._workbench))

    def _texts(self) -> None:
        words = self._workbench.words
        card = self._card(words.text("Drafts and snippets"))
        said = words.text("Every message begins with a draft. Yours are read before those that came with Ashore.")
        card.add(Text(said, "small", colour="text2", wrap=True))
        line = card.add(Row(gap=8))
        self.drafts = line.add(Button(words.text("Edit drafts and snippets"), icon="pencil-line"))
        self.drafts.clicked.connect(self._edit_texts)
        line.add_space()

    def _notices(self) -> None:
        from ui.pages.settings_notices import NoticeSettings

        card = self._card(self._workbench.words.text("Notices"))
        self.notices = card.add(NoticeSettings(self._workbench))

    def show_notices(self) -> None:
        """Scroll to them."""
        self._scroll.ensureWidgetVisible(self.notices, 0, theme().px(40))

    def show_backups(self) -> None:
        """Scroll to them, from where somebody needs them."""
        self._scroll.ensureWidgetVisible(self.backups, 0, theme().px(40))

    def _backups(self) -> None:
        from ui.pages.settings_backup import BackupSettings

        card = self._card(self._workbench.words.text("Backups"))
        self.backups = card.add(BackupSettings(self._workbench))

    def _signing(self) -> None:
        from ui.pages.settings_signing import SigningSettings

        card = self._card(self._workbench.words.text("Key that signs"))
        self.signing = card.add(SigningSettings(self._workbench))

    def _about(self) -> None:
        from app import __version__

        words, journal = self._workbench.words, self._workbench.journal
        card = self._card(words.text("This journal"))
        file = card.add(Text(words.text("File: {path}", path=str(journal.path)), "small", wrap=True, selectable=True))
        file.setMinimumWidth(1)  # a path may be long; it breaks at its strokes
        said = words.text("Ashore {version}. Nothing leaves this computer by itself.", version=__version__)
        if self._workbench.settings.stamps_by_network and self._workbench.settings.stamp_after_checkpoint:
            allowed = N_("Ashore {version}. Requests for time stamps are sent by themselves, because you allowed it.")
            said = words.text(allowed, version=__version__)
        card.add(Text(said, "small", colour="text2", wrap=True))
        line = card.add(Row(gap=8))
        self.stamps = line.add(Button(words.text("Time stamps and network"), icon="stamp"))
        self.stamps.clicked.connect(self._open_stamps)
        line.add_space()

    def _card(self, title: str) -> Card:
        line = self._content.add(Row())
        card = line.add(Card(fill=True, gap=10, padding=(18, 14, 18, 16), name=title), 1)
        line.add_space(0)
        card.setMaximumWidth(theme().px(WIDEST))
        card.add(Text(title, "heading"))
        return card

    def _edit_texts(self) -> None:
        self._workbench.open("drafts")

    def _open_stamps(self) -> None:
        self._workbench.open("stamps")

    def _speak(self, language: str) -> None:
        self._workbench.speak(language)

    def _wear(self, mode: str) -> None:
        self._workbench.set(theme=mode)

    def _scale(self, percent: str) -> None:
        self._workbench.set(percent=int(percent))

    def _letters(self, on: bool) -> None:
        self._workbench.set(single_keys=on)

    def _motion(self, on: bool) -> None:
        self._workbench.set(motion=on)
