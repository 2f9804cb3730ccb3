"""Set-up: real checkouts, real processes, no network."""
