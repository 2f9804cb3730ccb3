"""The evidence page: who can vouch for the journal, export, verify, check (6.9)."""

from ui.pages.evidence.page import EvidencePage

__all__ = ["EvidencePage"]
