"""The verbs: every one decides once, appends entries and applies them in one transaction."""
