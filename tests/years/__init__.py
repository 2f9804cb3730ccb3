"""A year of five owners, lived through on real journals: how often each rule speaks in the morning."""
