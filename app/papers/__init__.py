"""Facts in, a page model out; no Qt."""
