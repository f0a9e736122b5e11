"""Our driver as it is, with a clock around each turn, where the conversation's own thread waits for it.

python -c THIS DOMAIN. Milliseconds go to /tmp/turns, a line each.
"""

import sys
from time import perf_counter

from tau_driver.main import main
from tau_driver.session import Session

plain = Session.turn
record = open("/tmp/turns", "w", buffering=1)  # noqa: SIM115


def timed(self, messages):
    begun = perf_counter()
    try:
        return plain(self, messages)
    finally:
        record.write(f"{(perf_counter() - begun) * 1000:.3f}\n")


Session.turn = timed
main(sys.argv[1:])
