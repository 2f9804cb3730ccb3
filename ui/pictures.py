"""`python3 -m ui.pictures OUT`: every registered window to PNG, in the themes, sizes and scales asked for."""

from __future__ import annotations

import os
from collections.abc import Callable
from itertools import product
from pathlib import Path

import click
from msgspec import Struct
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget

from ui.dialogs.agreement.pictures import agreement_form, contact_form, new_client, owner_form, person_form
from ui.dialogs.first_run.pictures import steps
from ui.evidence_pictures import evidence, import_chat, mark_given, verify
from ui.gallery import Gallery, plain_page
from ui.gallery_painted import painted_page
from ui.layout import Layout, Widths
from ui.theme import theme
from ui.window_pictures import calls, clients, compose, edits, search, settings, today, week


class Shot(Struct, frozen=True):
    """How one picture is taken: theme, language, window in pixels, text scale in percent."""

    mode: str
    language: str
    width: int
    height: int
    percent: int

    @property
    def suffix(self) -> str:
        """What tells the files of one window apart."""
        return f"{self.mode}-{self.language}-{self.width}x{self.height}-{self.percent}"


Factory = Callable[[Shot], QWidget]


def _narrow(shot: Shot) -> bool:
    return Widths(shot.width, shot.percent / 100).layout is not Layout.FULL


def plain_gallery(shot: Shot) -> QWidget:
    """What is pressed and filled in."""
    return Gallery(plain_page(short=_narrow(shot)), narrow=_narrow(shot))


def painted_gallery(shot: Shot) -> QWidget:
    """What is drawn on pure data."""
    return Gallery(painted_page(), narrow=_narrow(shot))


WINDOWS: list[tuple[str, Factory]] = [
    ("gallery-plain", plain_gallery),
    ("gallery-painted", painted_gallery),
    ("today", today),
    ("compose", compose),
    ("clients", clients),
    ("calls", calls),
    ("edits", edits),
    ("settings", settings),
    ("search", search),
    ("week", week),
    ("evidence", evidence),
    ("verify", verify),
    ("import", import_chat),
    ("mark-given", mark_given),
    *steps(),
    ("agreement-form", agreement_form),
    ("contact-form", contact_form),
    ("person-form", person_form),
    ("new-client", new_client),
    ("owner-form", owner_form),
]
"""Name and factory of every window that can be pictured; pages add theirs here."""


def take(name: str, factory: Factory, shot: Shot, folder: Path) -> Path:
    """Build one window, paint it off screen and save it; gives the file."""
    theme().wear(mode=shot.mode, percent=shot.percent)
    window = factory(shot)
    window.resize(QSize(shot.width, shot.height))
    window.show()
    QApplication.processEvents()
    path = folder / f"{name}-{shot.suffix}.png"
    window.grab().save(str(path))
    window.close()
    window.deleteLater()
    return path


def _sizes(text: str) -> list[tuple[int, int]]:
    pairs = [size.split("x") for size in text.split(",")]
    return [(int(width), int(height)) for width, height in pairs]


@click.command()
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--theme", "mode", type=click.Choice(["light", "dark", "both"]), default="both")
@click.option("--lang", "languages", default="en", help="Comma-separated: en,ru,es")
@click.option("--size", "sizes", default="1360x860", help="Comma-separated: 1360x860,1024x700")
@click.option("--scale", "scales", default="100", help="Comma-separated percents: 100,200")
@click.option("--only", default="", help="Windows whose name begins so")
def main(out: Path, mode: str, languages: str, sizes: str, scales: str, only: str) -> None:
    """Save pictures of the windows into OUT."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication([])
    theme().dress(app, mode="light", percent=100)
    out.mkdir(parents=True, exist_ok=True)
    modes = ["light", "dark"] if mode == "both" else [mode]
    for worn, language, (width, height), percent in product(
        modes, languages.split(","), _sizes(sizes), scales.split(",")
    ):
        shot = Shot(worn, language, width, height, int(percent))
        for name, factory in WINDOWS:
            if name.startswith(only):
                click.echo(take(name, factory, shot, out))


if __name__ == "__main__":
    main()
