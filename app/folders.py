"""Where this user's things lie: the journal, what is remembered about it, and what lives as long as the program."""

from __future__ import annotations

import warnings
from pathlib import Path

import platformdirs

_NAME = "ashore"


def data_folder() -> Path:
    """The folder of the default journal."""
    return Path(platformdirs.user_data_dir(_NAME, appauthor=False))


def state_folder() -> Path:
    """The folder of what is remembered outside the journal, such as the high-water mark."""
    return Path(platformdirs.user_state_dir(_NAME, appauthor=False))


def config_folder() -> Path:
    """The folder of this user's settings."""
    return Path(platformdirs.user_config_dir(_NAME, appauthor=False))


def runtime_folder() -> Path:
    """The folder of locks and sockets; empty after a restart of the computer."""
    with warnings.catch_warnings():
        # Outside a login session (cron, a container) there is no such folder; the one in /tmp serves as well.
        warnings.simplefilter("ignore")
        return Path(platformdirs.user_runtime_dir(_NAME, appauthor=False))


def make_private(folder: Path) -> None:
    """Make the folder, and those above it that are missing, for this user alone (0700)."""
    if folder.is_dir():
        return
    make_private(folder.parent)
    folder.mkdir(mode=0o700, exist_ok=True)
