"""How fast the program is, against a floor measured in the same run: rows of 8.1 by `python3 -m app bench`."""
