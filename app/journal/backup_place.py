"""Where the backups of a journal are: in the folder of the settings or the data folder, one folder per log (8.3)."""

from __future__ import annotations

from pathlib import Path

from app.errors import Unavailable
from app.facts.backups import BackupsShown
from app.folders import data_folder
from app.ledger.high_water import HighWater
from app.settings import load_settings
from app.storage.backup_shelf import BackupShelf

_NAME_LENGTH = 40


def backup_home() -> Path:
    """The folder that the owner chose for backups, or the one in the data folder."""
    chosen = load_settings().backup_folder
    return Path(chosen) if chosen else data_folder() / "backups"


def shelf_of(path: Path, log: str, home: Path | None = None) -> BackupShelf:
    """The backups of that log; its folder keeps the name that the journal had when the first was made."""
    home = home or backup_home()
    ending = f"-{log[:8]}"
    there = sorted(home.glob(f"*{ending}")) if home.is_dir() else []
    return BackupShelf(there[0] if there else home / f"{path.stem[:_NAME_LENGTH]}{ending}")


def there_to_write(shelf: BackupShelf) -> BackupShelf:
    """Unavailable when a chosen folder is gone: a disk that is not connected must not be made up on another one."""
    home = shelf.folder.parent
    if load_settings().backup_folder and not home.is_dir():
        raise Unavailable(
            "The folder for backups, {path}, is not there. Connect its disk, or choose another folder in Settings.",
            path=str(home),
        )
    return shelf


def backups_of(path: Path, high_water: HighWater | None = None) -> BackupsShown:
    """The backups of the journal that is, or once was, at `path`: for when it cannot be opened any more."""
    log = (high_water or HighWater()).log_at(path)
    if log is None:
        return BackupsShown(folder=str(backup_home()), backups=())
    shelf = shelf_of(path, log)
    if shelf.folder.is_dir():
        shelf.find_unlisted(log)
    return BackupsShown(folder=str(shelf.folder), backups=shelf.kept(log))
