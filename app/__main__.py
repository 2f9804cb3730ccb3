"""`python3 -m app …` in a checkout: standard library only; makes .venv if need be, then hands over to `-m ui`."""

import sys

if sys.version_info < (3, 11):
    sys.exit("Ashore needs Python 3.11 or newer; this is Python {}.{}.".format(*sys.version_info[:2]))

from app.setup.start import main

sys.exit(main(sys.argv[1:]))
