"""Builds the expected tree from a pristine copy and the list of its secrets, and compares it byte for byte."""

import os
import stat
import sys

ORIGINAL, PROJECT = "/tests/original", "/app/project"
MARK = "[REDACTED]"
SECRETS = {
    "config/app.yaml": {4: ["kiwi-7hoover"], 6: ["gardenia"], 11: ["blue horse, 42"]},
    "config/.env.production": {1: ["dpt_live_9x2k4m7q1w8e5r3t6y0u2i4o"], 2: ["c0ffee-and-cake"], 4: ["Tr0ub4dor"]},
    "deploy/release.sh": {
        3: ["dpt_live_aa11bb22cc33dd44ee55ff66"],
        8: ["p4ss.w0rd!", "dpt_live_0000aaaa1111bbbb2222cccc"],
    },
    "src/fixtures.json": {3: ["q;w,e r=t"], 4: ["dpt_live_zz9yy8xx7ww6vv5uu4tt3ss2"]},
    "src/client.py": {3: ["dpt_live_5f5f5f5f5f5f5f5f5f5f5f5f"], 4: ["tulip"], 10: ["hunter2-extended"]},
    "docs/runbook.md": {4: ["Tr0ub4dor"], 5: ["gardenia"]},
    "README.md": {},
}


def fail(reason):
    sys.exit("FAIL: " + reason)


def files(root):
    return {os.path.relpath(os.path.join(f, n), root) for f, _, names in os.walk(root) for n in names}


def read(root, name):
    with open(os.path.join(root, name), encoding="utf-8", errors="surrogateescape", newline="") as source:
        return source.read()


if files(PROJECT) != set(SECRETS):
    fail(f"the tree has other files: {sorted(files(PROJECT) ^ set(SECRETS))}")
for name, by_line in SECRETS.items():
    lines = read(ORIGINAL, name).split("\n")
    for number, secrets in by_line.items():
        for secret in secrets:
            if lines[number - 1].count(secret) != 1:
                fail(f"the check itself is wrong about {name}:{number}")
            lines[number - 1] = lines[number - 1].replace(secret, MARK)
    got = read(PROJECT, name).split("\n")
    for number, (left, right) in enumerate(zip(got, lines), 1):
        if left != right:
            fail(f"{name}:{number} is {left!r}, expected {right!r}")
    if len(got) != len(lines):
        fail(f"{name} has {len(got)} lines, expected {len(lines)}")
    executable = bool(os.stat(os.path.join(PROJECT, name)).st_mode & stat.S_IXUSR)
    if executable != (name == "deploy/release.sh"):
        fail(f"the mode of {name} changed")

try:
    with open("/app/findings.txt", encoding="utf-8") as source:
        findings = [line.strip().removeprefix("./") for line in source if line.strip()]
except (OSError, UnicodeDecodeError) as problem:
    fail(f"findings.txt: {problem}")
wanted = sorted(f"{name}:{number}" for name, by_line in SECRETS.items() for number in by_line)
if sorted(findings) != wanted:
    fail(f"findings.txt differs: {sorted(set(findings) ^ set(wanted)) or 'a line is repeated'}")
print("PASS")
