"""Puts the agent's Makefile into a fresh copy of the project and watches what it does; `cc` is wrapped to see what is compiled."""

import os
import shutil
import stat
import subprocess
import sys
import tempfile

BASE = tempfile.mkdtemp()
WORK, STAGE, LOG = f"{BASE}/project", f"{BASE}/stage", f"{BASE}/compiler.log"
# A compiler that notes its arguments, so that the check does not depend on what make prints.
WRAPPER = f"""#!/bin/sh
printf '%s\\n' "$*" >> {LOG}
exec gcc "$@"
"""
clock = 1_700_000_000


def fail(reason):
    sys.exit("FAIL: " + reason)


def make(*args):
    """Runs make and returns its exit status, its output and the objects it compiled ("link" for the linking)."""
    with open(LOG, "w", encoding="utf-8"):
        pass
    command = ["make", f"CC={BASE}/cc", *args]
    try:
        result = subprocess.run(
            command, cwd=WORK, capture_output=True, text=True, timeout=40, stdin=subprocess.DEVNULL
        )
    except subprocess.TimeoutExpired:
        fail(f"make {' '.join(args)} does not end")
    with open(LOG, encoding="utf-8") as source:
        calls = [line.split() for line in source]
    made = []
    for words in calls:
        sources = [os.path.basename(word) for word in words if word.endswith(".c")]
        if "-c" in words:
            made += [name.removesuffix(".c") for name in sources]
        elif not {"-M", "-MM"} & set(words):
            made.append("link")
    return result.returncode, (result.stdout + result.stderr)[-400:], sorted(made), calls


def build(label, wanted, *args):
    code, out, made, calls = make(*args)
    if code != 0:
        fail(f"{label}: make exits {code}: {out}")
    if made != sorted(wanted):
        fail(f"{label}: compiles {made}, expected {sorted(wanted)}")
    if make("-q", *args)[0] != 0:
        fail(f"{label}: make -q says that something is left to do")
    return calls


def write(path, text):
    with open(f"{WORK}/{path}", "w", encoding="utf-8") as target:
        target.write(text)
    touch(path)


def touch(path):
    """Newer than everything there, whatever the clock's resolution is."""
    global clock
    for folder, _, names in os.walk(WORK):
        for name in names:
            if os.path.join(folder, name) != f"{WORK}/{path}":
                os.utime(os.path.join(folder, name), (clock, clock))
    os.utime(f"{WORK}/{path}", (clock + 10, clock + 10))
    clock += 20


def greet(*args):
    result = subprocess.run([f"{WORK}/build/greet", *args], capture_output=True, text=True, timeout=10)
    return result.returncode, result.stdout


def files(root):
    return {os.path.relpath(os.path.join(f, n), root) for f, _, names in os.walk(root) for n in names}


def expect(label, got, wanted):
    if got != wanted:
        fail(f"{label}: {got!r}, expected {wanted!r}")


shutil.copytree("/tests/project", WORK)
original = files(WORK)
for name in original:
    try:
        with open(f"/tests/project/{name}", "rb") as ours, open(f"/app/{name}", "rb") as theirs:
            if ours.read() != theirs.read():
                fail(f"{name} was changed")
    except OSError as problem:
        fail(str(problem))
if os.path.exists("/app/build"):
    fail("/app/build was left behind")
try:
    shutil.copy("/app/Makefile", f"{WORK}/Makefile")
except OSError as problem:
    fail(str(problem))
with open(f"{BASE}/cc", "w", encoding="utf-8") as target:
    target.write(WRAPPER)
os.chmod(f"{BASE}/cc", 0o755)

calls = build("first build", ["main", "selftest", "text", "link"])
if not all({"-O1", "-Wall"} <= set(words) for words in calls if "-c" in words):
    fail("CFLAGS does not default to -O1 -Wall")
if not {f"{stem}.o" for stem in ("main", "selftest", "text")} <= set(os.listdir(f"{WORK}/build")):
    fail("the objects are not in build/")
stray = {name for name in files(WORK) if not name.startswith("build/")} - original - {"Makefile"}
expect("files outside build/", stray, set())
expect("greet --version", greet("--version"), (0, "greet 1.4.2\n"))
expect("greet ada", greet("ada"), (0, "Hello, Ada!\n"))
build("nothing changed", [])
touch("include/selftest.h")
build("selftest.h changed", ["main", "selftest", "link"])
touch("include/limits_own.h")
build("a header of a header changed", ["main", "selftest", "text", "link"])
touch("src/text.c")
build("text.c changed", ["text", "link"])
write("src/extra.c", '#include "limits_own.h"\nint extra(void);\nint extra(void) { return NAME_MAX_OWN; }\n')
build("a source was added", ["extra", "link"])

write("VERSION", "2.0.0-rc1\n")
code, out, made, _ = make()
if code != 0 or "main" not in made or "link" not in made:
    fail(f"VERSION changed: make exits {code} and compiles {made}: {out}")
expect("greet --version after the change", greet("--version"), (0, "greet 2.0.0-rc1\n"))
with open(f"{WORK}/build/greet.1", encoding="utf-8") as page, open(f"{WORK}/man/greet.1.in", encoding="utf-8") as template:
    expect("the manual page", page.read(), template.read().replace("@VERSION@", "2.0.0-rc1"))

for name in ("check", "clean", "install", "uninstall", "all"):
    write(name, "in the way\n")
expect("make check", make("check")[0], 0)
expect("make install", make("install", f"DESTDIR={STAGE}")[0], 0)
wanted = {"usr/local/bin/greet": 0o755, "usr/local/share/man/man1/greet.1": 0o644}
expect("installed files", files(STAGE), set(wanted))
for name, mode in wanted.items():
    expect(f"mode of {name}", oct(stat.S_IMODE(os.stat(f"{STAGE}/{name}").st_mode)), oct(mode))
expect("make install with PREFIX", make("install", f"DESTDIR={STAGE}", "PREFIX=/opt/g")[0], 0)
expect("files under PREFIX", files(f"{STAGE}/opt/g"), {"bin/greet", "share/man/man1/greet.1"})
expect("make uninstall", make("uninstall", f"DESTDIR={STAGE}")[0], 0)
expect("after uninstall", files(STAGE), {"opt/g/bin/greet", "opt/g/share/man/man1/greet.1"})
expect("make clean", make("clean")[0], 0)
if os.path.exists(f"{WORK}/build"):
    fail("make clean leaves build/")

calls = build("own CFLAGS", ["extra", "main", "selftest", "text", "link"], "all", "CFLAGS=-g")
if any("-O1" in words or "-Wall" in words for words in calls) or not any("-g" in words for words in calls):
    fail("CFLAGS given on the command line do not replace the default")
expect("greet --version with own CFLAGS", greet("--version"), (0, "greet 2.0.0-rc1\n"))
write("src/selftest.c", '#include "selftest.h"\nint self_test(void) { return 1; }\n')
if make("check")[0] == 0:
    fail("make check passes although the self-test fails")
print("PASS")
