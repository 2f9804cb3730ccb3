"""The five figures of 6.11 in words and as charts: statistics in, looks out; screen and paper show the same."""
