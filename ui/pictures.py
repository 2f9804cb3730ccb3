"""`python3 -m app pictures [FOLDER]`: every window, dialog and paper to PNG, in languages, themes, sizes, scales."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Final

import click
from PySide6.QtWidgets import QApplication, QWidget

from ui.backup_pictures import BACKUPS
from ui.client_pictures import agreement_tab, client, correct, details, month, people_tab, statistics_tab, week
from ui.dialog_pictures import (
    about,
    call,
    call_going,
    call_in_rail,
    compose_closed,
    edit,
    edit_voice,
    keys,
    log,
    missed,
    paper,
    paste,
    plan_call,
    plan_series,
    request,
    stop_work,
)
from ui.dialogs.agreement.pictures import (
    agreement_form,
    agreement_groups,
    agreement_lines,
    contact_form,
    new_client,
    owner_form,
    person_form,
)
from ui.dialogs.first_run.pictures import steps
from ui.dialogs.form import pictures as forms
from ui.draft_pictures import drafts, make_all, snippets, together
from ui.erasing_pictures import ERASING
from ui.evidence_pictures import (
    by_hand,
    change_key,
    evidence,
    export_items,
    import_chat,
    mark_given,
    stamps,
    verify,
)
from ui.gallery import Gallery, plain_page
from ui.gallery_painted import painted_page
from ui.layout import Layout, Widths
from ui.paper_pictures import take_papers
from ui.picture_screen import wide_screen
from ui.plan_pictures import plans
from ui.search_pictures import SEARCH
from ui.shots import Factory, Shot, shots, take
from ui.statistics_pictures import STATISTICS
from ui.theme import theme
from ui.timeline_pictures import TIMELINE
from ui.tray_pictures import TRAY
from ui.window_pictures import calls, clients, compose, edits, settings, today, today_empty


def _narrow(shot: Shot) -> bool:
    return Widths(shot.width, shot.percent / 100).layout is not Layout.FULL


def plain_gallery(shot: Shot) -> QWidget:
    """What is pressed and filled in."""
    return Gallery(plain_page(short=_narrow(shot)), narrow=_narrow(shot))


def painted_gallery(shot: Shot) -> QWidget:
    """What is drawn on pure data."""
    return Gallery(painted_page(), narrow=_narrow(shot))


WINDOWS: Final[tuple[tuple[str, Factory], ...]] = (
    ("today", today),
    ("today-empty", today_empty),
    ("client", client),
    ("client-agreement", agreement_tab),
    ("client-people", people_tab),
    ("client-statistics", statistics_tab),
    *STATISTICS,
    *plans(),
    *BACKUPS,
    *TRAY,
    *TIMELINE,
    ("clients", clients),
    ("calls", calls),
    ("edits", edits),
    ("week", week),
    ("week-month", month),
    ("evidence", evidence),
    ("stamps", stamps),
    ("settings", settings),
    ("edit", edit),
    ("edit-voice", edit_voice),
    ("call", call),
    ("call-going", call_going),
    ("call-in-rail", call_in_rail),
    ("compose-closed", compose_closed),
    ("call-missed", missed),
    ("compose", compose),
    ("drafts", drafts),
    ("snippets", snippets),
    ("together", together),
    ("make-all", make_all),
    ("request", request),
    ("paste", paste),
    ("log", log),
    ("plan", plan_call),
    ("plan-series", plan_series),
    ("stop-work", stop_work),
    ("preview", paper),
    *SEARCH,
    ("keys", keys),
    ("about", about),
    *ERASING,
    ("details", details),
    ("correct", correct),
    ("verify", verify),
    ("by-hand", by_hand),
    ("change-key", change_key),
    ("export-items", export_items),
    ("import", import_chat),
    ("mark-given", mark_given),
    ("agreement-form", agreement_form),
    *agreement_groups(),
    *agreement_lines(),
    ("contact-form", contact_form),
    ("person-form", person_form),
    ("new-client", new_client),
    ("owner-form", owner_form),
    ("form-list", forms.listing),
    ("form-brief", forms.filled),
    ("form-survey", forms.survey),
    ("form-expectations", forms.expectations),
    ("form-words", forms.words),
    *steps(),
)
"""Name and factory of every window that can be pictured; pages add theirs here."""

GALLERIES: Final[tuple[tuple[str, Factory], ...]] = (
    ("gallery-plain", plain_gallery),
    ("gallery-painted", painted_gallery),
)
"""Every component in its states; pictured when asked for by name."""


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=Path("pictures"))
@click.option("--theme", "mode", type=click.Choice(["light", "dark", "both"]), default="both", show_default=True)
@click.option("--lang", "languages", default="en,ru,es", show_default=True, help="Languages, separated by commas")
@click.option("--size", "sizes", default="1360x860,1024x700", show_default=True, help="Sizes, separated by commas")
@click.option("--scale", "scales", default="100", show_default=True, help="Percents, separated by commas")
@click.option("--large", default="200", show_default=True, help="Also once at this percent; empty for none")
@click.option("--only", default="", help="Windows and papers whose name begins so, separated by commas")
def main(folder: Path, mode: str, languages: str, sizes: str, scales: str, large: str, only: str) -> None:
    """Save pictures of every window, dialog and paper into FOLDER (pictures/ here)."""
    folder.mkdir(parents=True, exist_ok=True)
    wide_screen()
    app = QApplication([])
    theme().dress(app, mode="light", percent=100)
    begun, beginnings = time.monotonic(), tuple(only.split(","))
    wanted = [each for each in (*WINDOWS, *(GALLERIES if only else ())) if each[0].startswith(beginnings)]
    count = 0
    for shot in shots(mode, languages, sizes, scales, large) if wanted else ():
        click.echo(f"{shot.suffix}: {len(wanted)} windows")
        for name, factory in wanted:
            take(name, factory, shot, folder)
            count += 1
    for language in languages.split(","):
        count += len(list(take_papers(language, folder, beginnings)))
    click.echo(f"{count} pictures in {folder.resolve()}, {time.monotonic() - begun:.0f} s")


if __name__ == "__main__":
    main()
