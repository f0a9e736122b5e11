"""Runs the retention script on directories of its own making and compares what is printed and what is left."""

import os
import random
import re
import shutil
import subprocess
import sys
import tempfile

SCRIPT = "/app/bin/rotate.sh"
NAME = re.compile(r"([a-z0-9_]+)-(\d{4}-\d{2})-\d{2}\.dump")


def fail(reason):
    sys.exit("FAIL: " + reason)


def run(*args, cwd="/"):
    try:
        return subprocess.run([SCRIPT, *args], cwd=cwd, capture_output=True, text=True, timeout=15, errors="replace")
    except (OSError, subprocess.TimeoutExpired) as problem:
        fail(f"{SCRIPT}: {problem}")


def doomed(files):
    by_database = {}
    for name in sorted(files, reverse=True):
        match = NAME.fullmatch(name)
        if match:
            by_database.setdefault(match[1], []).append((name, match[2]))
    result = []
    for snapshots in by_database.values():
        months = sorted({month for _, month in snapshots}, reverse=True)[:6]
        kept = {name for name, _ in snapshots[:7]}
        kept |= {max(name for name, own in snapshots if own == month) for month in months}
        result += [name for name, _ in snapshots if name not in kept and name + ".hold" not in files]
    return sorted(result)


def check(label, files, folders=()):
    base = tempfile.mkdtemp(suffix=" with space")
    for name in files:
        path = os.path.join(base, name)
        with open(path, "w"):
            pass
        age = random.randint(0, 10**8)
        os.utime(path, (1.6e9 + age, 1.6e9 + age))
    for name in folders:
        os.mkdir(os.path.join(base, name))
    everything, wanted = {*files, *folders}, doomed(set(files))
    for options, left in ((("--dry-run",), everything), ((), everything - set(wanted))):
        result = run(*options, base)
        if result.returncode != 0:
            fail(f"{label} {options}: exit status {result.returncode}: {result.stderr[-300:]}")
        if result.stdout.splitlines() != [f"delete {name}" for name in wanted]:
            fail(f"{label} {options}: prints {result.stdout[:300]!r}, expected {wanted[:5]}…")
        if set(os.listdir(base)) != left:
            fail(f"{label} {options}: {sorted(set(os.listdir(base)) ^ left)[:5]} should not differ")
    if run(base).stdout != "":
        fail(f"{label}: a second run deletes more")
    shutil.rmtree(base)


random.seed(607)
days = [f"{y}-{m:02d}-{d:02d}" for y in (2022, 2023, 2024) for m in range(1, 13) for d in range(1, 29)]
check("empty directory", [])
check("dense month", [f"billing-{day}.dump" for day in days if day.startswith("2024-03")])
check("one a month", [f"crm-{day}.dump" for day in days if day.endswith("-05")])
mixed = [f"{name}-{day}.dump" for name in ("billing", "billing_eu", "b2", "user_events") for day in random.sample(days, 45)]
holds = [name + ".hold" for name in random.sample(mixed, 30)] + ["gone-2020-01-01.dump.hold"]
noise = ["README", "billing-2021-1-9.dump", "Billing-2021-01-09.dump", "billing-2021-01-09.dump.gz", "x y-2021-01-09.dump"]
noise += ["billing2021-01-09.dump", ".dump", "billing-2021-01-09-2.dump", "bill-ing-2021-01-09.dump", "billing-2021-01-09_dump"]
check("mixed", mixed + holds + noise, folders=["billing-2021-01-08.dump", "old"])

for arguments in ((), ("/nowhere/at/all",), ("--dry-run",)):
    result = run(*arguments)
    if result.returncode != 2 or not result.stderr.strip() or result.stdout:
        fail(f"{arguments}: must complain and exit 2, exits {result.returncode}")
relative = os.path.join(tempfile.mkdtemp(), "dumps")
os.mkdir(relative)
for day in days[:20]:
    with open(os.path.join(relative, f"a-{day}.dump"), "w"):
        pass
result = run("dumps", cwd=os.path.dirname(relative))
if result.returncode != 0 or len(os.listdir(relative)) != 7:
    fail("a relative path is not handled")
if len(os.listdir("/app/samples")) != 31:
    fail("/app/samples was changed")
print("PASS")
