"""What the window remembers between two starts; every default is visible here, and a damaged file is kept aside."""

from __future__ import annotations

import contextlib
from pathlib import Path

import msgspec
from msgspec import Struct

from app.folders import config_folder
from app.whole_file import write_private

LANGUAGES = ("en", "ru", "es")
THEMES = ("system", "light", "dark")
SCALES = (100, 115, 130, 150, 175, 200)
SMALLEST = (680, 430)
"""The smallest window, in logical pixels (6.1)."""


class LastOpened(Struct, frozen=True):
    """A client's page, an entry of it, or a command; `log` names the journal in which those numbers mean something."""

    log: str = ""
    client: int = 0
    item: int = 0
    command: str = ""


class Settings(Struct, frozen=True, kw_only=True):
    """All settings of the window."""

    language: str = ""
    """Empty: the system's, if it is one of ours, else English."""
    theme: str = "system"
    percent: int = 0
    """Text scale; 0: from the system's font size."""
    single_keys: bool = True
    """Single letters act while a list has the focus."""
    motion: bool = True
    width: int = 1360
    height: int = 860
    maximized: bool = False
    windows: dict[str, tuple[int, int]] = {}
    """Width and height of windows and dialogs that the owner made larger or smaller, by key."""
    page: str = "today"
    tray: bool = True
    """A small picture among those of the desktop, where it has such a place."""
    notices: bool = True
    """One digest in the owner's hours, and what becomes late; only with that picture (C7)."""
    stay: bool = False
    """Closing the window leaves the program running behind that picture; where there is none, closing ends it."""
    hotkey: bool = False
    """Ask the desktop for keys that work in every program."""
    paper_folder: str = ""
    """Where a PDF or an export was saved last; empty: the home folder."""
    backup_folder: str = ""
    """Where backups are put; empty: in the data folder, beside the default journal."""
    stamps_by_network: bool = False
    """Whether requests for time stamps may be sent; nothing else of the program ever uses a network (4.4)."""
    stamp_after_checkpoint: bool = False
    """Whether one is sent for each new checkpoint without a click; only where sending is on."""
    stamp_authorities: tuple[str, ...] = ()
    """Addresses of time-stamping authorities; the first that answers is enough."""
    stamp_root: str = ""
    """The PEM file of the root that replies are checked against when they are taken in; empty: none."""
    opened: tuple[LastOpened, ...] = ()
    """The last things opened, the newest first: an empty search shows them (6.2)."""
    addresses: dict[str, str] = {}
    """Addresses to open that were asked for once: "client/channel" to the address."""
    opens: tuple[str, ...] = ()
    """Channels whose program was opened once with the owner's consent: it is not asked again (6.7)."""


def settings_file() -> Path:
    """Where the settings lie."""
    return config_folder() / "settings.json"


def load_settings(path: Path | None = None) -> Settings:
    """The settings that were kept; the defaults where there are none or the file cannot be read."""
    file = path or settings_file()
    try:
        found = msgspec.json.decode(file.read_bytes(), type=Settings)
    except FileNotFoundError:
        return Settings()
    except (OSError, msgspec.DecodeError):
        with contextlib.suppress(OSError):
            file.replace(file.with_suffix(".damaged.json"))
        return Settings()
    return _sane(found)


def keep_settings(settings: Settings, path: Path | None = None) -> bool:
    """Write the settings in one step; False when the folder cannot be written, which stops nobody's work."""
    return write_private(path or settings_file(), msgspec.json.format(msgspec.json.encode(settings), indent=1))


def _sane(found: Settings) -> Settings:
    """Values that no switch of ours can have written are put right."""
    return msgspec.structs.replace(
        found,
        language=found.language if found.language in LANGUAGES else "",
        theme=found.theme if found.theme in THEMES else "system",
        percent=found.percent if found.percent in SCALES else 0,
        width=max(found.width, SMALLEST[0]),
        height=max(found.height, SMALLEST[1]),
    )
