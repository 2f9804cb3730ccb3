"""The composer of a message: never sends by itself, records only what was marked as sent (6.7)."""

from ui.dialogs.compose.window import Compose

__all__ = ["Compose"]
