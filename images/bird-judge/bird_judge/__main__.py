"""`python -m bird_judge`, or `python -m bird_judge --check`."""

import sys

from .main import main

main(sys.argv[1:])
