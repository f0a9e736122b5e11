"""`python -m bird_judge`, or `python -m bird_judge --listen PORT`."""

import sys

from .main import main

main(sys.argv[1:])
