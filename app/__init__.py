"""Everything of Ashore that would survive losing the screen. Never imports Qt."""

__version__ = "0.1.0"
