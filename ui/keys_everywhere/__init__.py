"""Keys that work in every program, where the desktop gives them: a portal on Linux, hot keys on Windows.

Where it gives none, nothing is shown as if it worked; the line of `ui.shortcut_line` works on every desktop.
"""
