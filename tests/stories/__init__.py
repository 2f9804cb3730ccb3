"""The guides' stories, each a page: what happened, and what the program said of it."""
