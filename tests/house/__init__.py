"""The laws of the house, kept by a machine."""
