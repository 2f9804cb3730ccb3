"""Pure rules: facts, calendars and a *now* in; verdicts out."""
