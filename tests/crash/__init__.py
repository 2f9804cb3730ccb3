"""Programs killed in the middle of their work: nothing acknowledged is lost, nothing is half done (8.3)."""
