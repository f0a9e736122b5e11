"""Builds a copy of the agent's tree from clean and compares the program with a recomputation."""

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile

REQUIRED_FLAGS = ("-Wall", "-Wextra", "-Werror")
INPUTS = {
    "sample": "# latency in ms, one probe per line\n12.5 14.25\n13.75\n80 # a retry\n13.5\n11\n",
    "single": "-4\n",
    "negative": "-1.5 2e2 # 7 8 9\n\n0\n-1.5\n",
    "growing": "\n".join(str(7 * i % 101) for i in range(100)) + "\n",
}


def fail(reason):
    sys.exit("FAIL: " + reason)


def run(args, cwd, **options):
    return subprocess.run(args, cwd=cwd, capture_output=True, text=True, timeout=30, **options)


def expected(text):
    numbers = [float(word) for line in text.splitlines() for word in line.split("#")[0].split()]
    return {
        "count": len(numbers),
        "min": min(numbers),
        "max": max(numbers),
        "mean": statistics.fmean(numbers),
        "median": statistics.median(numbers),
        "stddev": statistics.pstdev(numbers),
    }


work = os.path.join(tempfile.mkdtemp(), "app")
shutil.copytree("/app", work, symlinks=True)

cleaned = run(["make", "clean"], work)
if cleaned.returncode != 0:
    fail("make clean: " + cleaned.stderr)
leftovers = [
    os.path.join(folder, name)
    for folder, _, names in os.walk(work)
    for name in names
    if name.endswith((".o", ".a", ".so")) or name == "summary"
]
if leftovers:
    fail(f"make clean leaves {leftovers}")

built = run(["make"], work)
if built.returncode != 0:
    fail("make: " + built.stderr)
program = os.path.join(work, "build", "summary")
if not os.access(program, os.X_OK):
    fail("build/summary is missing")

plan = run(["make", "-n", "-B"], work).stdout.replace("\\\n", " ")
compiles = [line for line in plan.splitlines() if re.search(r"\.c(\s|$)", line) and re.search(r"\b(gcc|cc)\b", line)]
compiled = set(re.findall(r"(\w+)\.c\b", "\n".join(compiles)))
if not {"main", "reader", "stats"} <= compiled:
    fail(f"only {sorted(compiled)} are compiled")
for line in compiles:
    missing = [flag for flag in REQUIRED_FLAGS if flag not in line.split()]
    if missing or re.search(r"\s(-w|-Wno-\S+|-fsyntax-only)(\s|$)", line):
        fail("flags were weakened: " + line)
for folder, _, names in os.walk(os.path.join(work, "src")):
    for name in names:
        with open(os.path.join(folder, name), errors="replace") as source:
            if re.search(r"#\s*pragma\s+GCC\s+(diagnostic|system_header)|_Pragma", source.read()):
                fail(f"{name} silences warnings")

with open(program, "rb") as binary:
    if binary.read(4) != b"\x7fELF":
        fail("build/summary is not a compiled program")
for name, text in INPUTS.items():
    result = run([program], work, input=text)
    if result.returncode != 0:
        fail(f"{name}: exit status {result.returncode}")
    shown = dict(line.split(None, 1) for line in result.stdout.splitlines() if " " in line)
    wanted = expected(text)
    if list(shown) != list(wanted):
        fail(f"{name}: prints {list(shown)}")
    for key, value in wanted.items():
        if abs(float(shown[key]) - value) > 0.0011:
            fail(f"{name}: {key} is {shown[key]}, expected {value:.3f}")

empty = run([program], work, input="# nothing\n")
if (empty.returncode, empty.stdout.strip()) != (0, "count 0"):
    fail("an empty series is not handled as before")
if run([program], work, input="1 two 3\n").returncode != 1:
    fail("a word that is not a number must still be refused")
print("PASS")
