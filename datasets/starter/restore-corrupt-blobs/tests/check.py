"""Compares the store with its own copy of the checksums, and recomputes links and saved bytes."""

import hashlib
import json
import os
import sys

STORE = "/app/store"
# The object that the set-up damaged.
DAMAGED = "objects/76/part-001.bin"


def fail(reason):
    sys.exit("FAIL: " + reason)


with open("/tests/SHA256SUMS", encoding="ascii") as source:
    original = source.read()
with open(f"{STORE}/SHA256SUMS", encoding="ascii") as source:
    if source.read() != original:
        fail("SHA256SUMS was changed")
wanted = {name: digest for digest, name in (line.split("  ") for line in original.splitlines())}

present = {
    os.path.relpath(os.path.join(folder, name), STORE)
    for folder, _, names in os.walk(f"{STORE}/objects")
    for name in names
}
if present != set(wanted):
    fail(f"objects differ: {sorted(present ^ set(wanted))[:5]}")

first = {}
links = saved = 0
for name in sorted(wanted):
    path = os.path.join(STORE, name)
    try:
        with open(path, "rb") as source:
            data = source.read()
    except OSError as problem:
        fail(f"{name}: {problem}")
    digest = hashlib.sha256(data).hexdigest()
    if digest != wanted[name]:
        fail(f"{name} does not have the promised content")
    if digest not in first:
        first[digest] = name
        if os.path.islink(path):
            fail(f"{name} must be a regular file")
        continue
    if not os.path.islink(path):
        fail(f"{name} is a duplicate but not a symbolic link")
    link = os.readlink(path)
    if os.path.isabs(link):
        fail(f"{name} is an absolute link")
    if os.path.normpath(os.path.join(os.path.dirname(name), link)) != first[digest]:
        fail(f"{name} links to {link}, not to {first[digest]}")
    links += 1
    saved += len(data)

try:
    with open("/app/report.json", encoding="utf-8") as source:
        report = json.load(source)
except (OSError, ValueError) as problem:
    fail(f"report.json: {problem}")
expected = {"restored": [DAMAGED], "links": links, "bytes_saved": saved}
if report != expected:
    fail(f"report.json is {str(report)[:300]}, expected {expected}")
print("PASS")
