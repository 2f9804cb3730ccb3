"""Charts painted by hand (6.11): data and a hand in, strokes out; the window and paper draw with the same strokes."""
