"""Folders that another program copies while we write: SQLite's side files do not survive that (8.2)."""

from __future__ import annotations

from pathlib import Path

_SIGNS = {
    "dropbox": "Dropbox",
    "onedrive": "OneDrive",
    "icloud": "iCloud",
    "mobile documents": "iCloud",
    "com~apple~clouddocs": "iCloud",
    "yandex.disk": "Yandex Disk",
    "yandexdisk": "Yandex Disk",
    "яндекс.диск": "Yandex Disk",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "nextcloud": "Nextcloud",
}


def synced_by(path: Path) -> str | None:
    """The name of the service that copies the folder of `path`, judged by the folders' names; None for none."""
    for part in path.resolve().parent.parts:
        for sign, service in _SIGNS.items():
            if part.casefold().startswith(sign):
                return service
    return None
