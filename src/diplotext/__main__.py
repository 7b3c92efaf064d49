"""``python -m diplotext``: the command line."""

import sys

from diplotext.cli import main

if __name__ == "__main__":
    sys.exit(main())
