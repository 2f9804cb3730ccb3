"""The tests: they mirror app/ and ui/, and read as sentences."""
