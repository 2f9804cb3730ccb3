"""The page of one client."""

from ui.pages.client.page import ClientPage

__all__ = ["ClientPage"]
