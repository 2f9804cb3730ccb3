"""The editor of the owner's drafts and snippets: a window of its own (3.3)."""

from ui.dialogs.drafts.window import Drafts

__all__ = ["Drafts"]
