"""`python3 -m app …` in a checkout: standard library only; makes .venv if need be, then hands over to `-m ui`."""

import sys

if sys.version_info < (3, 11):
    sys.exit("Ashore needs Python 3.11 or newer; this is Python {}.{}.".format(*sys.version_info[:2]))

if sys.argv[1:] == ["--version"]:  # told at once: nothing has to be there for it
    from app import __version__

    print(f"ashore {__version__}")
    sys.exit()

from app.setup.start import main

sys.exit(main(sys.argv[1:]))
