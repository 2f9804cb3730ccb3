"""Import a chat out of Telegram Desktop: look first, decide who is who, then take all or nothing (5.2)."""

from ui.dialogs.import_telegram.dialog import ImportTelegram

__all__ = ["ImportTelegram"]
