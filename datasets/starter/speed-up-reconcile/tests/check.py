"""Compares the script with a recomputation: small awkward files first, then files of real size under a CPU limit."""

import bisect
import os
import random
import resource
import subprocess
import sys
import tempfile
from datetime import date, timedelta

WINDOW_DAYS, TOLERANCE_CENTS = 41, 75
CPU_SECONDS, MEMORY_BYTES = 2, 256 * 1024 * 1024


def fail(reason):
    sys.exit("FAIL: " + reason)


def limits():
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))


def expected(invoices, payments):
    index = {}
    for at, (number, customer, due, cents) in enumerate(invoices):
        key = " ".join(customer.split()).casefold()
        index.setdefault(key, []).append((cents, due, at, date.fromisoformat(due).toordinal(), number))
    for rows in index.values():
        rows.sort()
    taken, settled, lines, matched = set(), set(), [], 0
    for number, customer, booked, cents in payments:
        rows = index.get(" ".join(customer.split()).casefold(), [])
        day, best = date.fromisoformat(booked).toordinal(), None
        for row in rows[bisect.bisect_left(rows, (cents - TOLERANCE_CENTS,)) :]:
            if row[0] > cents + TOLERANCE_CENTS:
                break
            if row[4] not in taken and abs(day - row[3]) <= WINDOW_DAYS:
                rank = (abs(cents - row[0]), row[1], row[2], row)
                best = rank if best is None else min(best, rank)
        if best is None:
            lines.append(f"{number}\t-\t-")
            continue
        row = best[3]
        taken.add(row[4])
        settled.add(row[2])
        matched += 1
        lines.append(f"{number}\t{row[4]}\t{cents - row[0]}")
    still_open = sum(row[3] for at, row in enumerate(invoices) if at not in settled)
    lines.append(f"matched {matched} of {len(payments)} payments, {still_open} cents still open")
    return "\n".join(lines) + "\n"


def make(count, customers, spread, days):
    first = date(2023, 6, 1)
    invoices, payments = [], []
    for at in range(count):
        due = first + timedelta(days=random.randrange(days))
        cents = random.randint(5000, 5000 + spread)
        invoices.append((f"R{at}", f"Kunde Straße {random.randrange(customers)}", due.isoformat(), cents))
    for at in range(count):
        _, customer, due, cents = random.choice(invoices)
        booked = date.fromisoformat(due) + timedelta(days=random.randint(-45, 45))
        name = random.choice([customer, customer.upper(), "  " + customer.replace(" ", "   ")])
        payments.append((f"Z{at}", name, booked.isoformat(), cents + random.choice([0, 0, 0, -75, 75, 76, -76, -10])))
    return invoices, payments


def check(label, invoices, payments):
    paths = []
    for rows in (invoices, payments):
        with tempfile.NamedTemporaryFile("w", suffix=".tsv", encoding="utf-8", delete=False) as target:
            target.writelines("\t".join(map(str, row)) + "\n" for row in rows)
        paths.append(target.name)
    try:
        environment = {"PATH": os.environ.get("PATH", "/usr/bin:/bin"), "PYTHONIOENCODING": "utf-8"}
        result = subprocess.run(
            ["python3", "-B", "/app/reconcile.py", *paths], cwd=tempfile.mkdtemp(), env=environment,
            capture_output=True, timeout=40, preexec_fn=limits,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        fail(f"{label}: does not end")
    if result.returncode != 0:
        fail(f"{label}: ends with {result.returncode} (-24 and -9: CPU limit) {result.stderr[-300:]!r}")
    got, wanted = result.stdout.decode(errors="replace").split("\n"), expected(invoices, payments).split("\n")
    for number, (left, right) in enumerate(zip(got, wanted), 1):
        if left != right:
            fail(f"{label}: line {number} is {left!r}, expected {right!r}")
    if len(got) != len(wanted):
        fail(f"{label}: {len(got)} lines, expected {len(wanted)}")


random.seed(4175)
check("nothing", [], [])
check("no invoices", [], [("Z1", "A", "2024-01-01", 100)])
same_day = [("R3", "A b", "2024-02-02", 100), ("R1", "A b", "2024-02-01", 200), ("R2", "a B", "2024-02-01", 200)]
same_day += [("R3", "A B", "2024-02-03", 100)]
check("equals", same_day, [(f"Z{at}", "a  b ", "2024-02-09", cents) for at, cents in enumerate((150, 150, 150, 150, 100))])
check("few", *make(60, 4, 300, 90))
check("real size", *make(8000, 700, 60000, 360))
check("one customer", *make(8000, 1, 900000, 360))
print("PASS")
