"""Drives workerctl through a worker's life: double start, stuck stop, stale PID files, foreign processes."""

import glob
import os
import shutil
import subprocess
import sys
import time

CTL, PID_FILE, STUCK = "/app/bin/workerctl", "/app/run/worker.pid", "/app/spool/tests.stuck"


def fail(reason):
    sys.exit("FAIL: " + reason)


def ctl(*args):
    """Output goes to a file: a worker that keeps the caller's streams open must not hang the check."""
    with open("/tmp/ctl.out", "w+", encoding="utf-8") as out:
        try:
            code = subprocess.run(
                [CTL, *args], cwd="/", stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.DEVNULL, timeout=20
            ).returncode
        except (OSError, subprocess.TimeoutExpired) as problem:
            fail(f"workerctl {' '.join(args)}: {problem}")
        out.seek(0)
        return code, out.read().strip()


def workers():
    """Process ids of live workers; a zombie has an empty command line."""
    found = []
    for path in glob.glob("/proc/[0-9]*/cmdline"):
        try:
            with open(path, "rb") as source:
                words = source.read().split(b"\0")
        except OSError:
            continue
        if b"/app/bin/worker" in words or (words[0].endswith(b"python3") and b"bin/worker" in b" ".join(words[1:])):
            found.append(int(path.split("/")[2]))
    return found


def expect(what, got, wanted):
    if got != wanted:
        fail(f"{what}: {got!r}, expected {wanted!r}")


def read_log():
    try:
        with open("/app/run/worker.log", encoding="utf-8") as source:
            return source.read()
    except OSError:
        return ""


def expect_running(what):
    """Patient, because a busy machine takes its time to start a program."""
    found = []
    for _ in range(300):
        found = workers()
        if len(found) == 1 and f"worker {found[0]} started" in read_log():
            break
        time.sleep(0.05)
    if len(found) != 1:
        fail(f"{what}: {len(found)} workers run")
    expect(f"{what}: status", ctl("status"), (0, f"running {found[0]}"))
    with open(PID_FILE, encoding="ascii") as source:
        expect(f"{what}: PID file", source.read().strip(), str(found[0]))
    return found[0]


def expect_stopped(what):
    expect(f"{what}: workers", workers(), [])
    expect(f"{what}: status", ctl("status"), (3, "stopped"))


def write_pid(text):
    os.makedirs("/app/run", exist_ok=True)
    with open(PID_FILE, "w", encoding="ascii") as target:
        target.write(text)


if not os.access(CTL, os.X_OK):
    fail("workerctl is missing or not executable")
with open("/tests/worker", "rb") as ours, open("/app/bin/worker", "rb") as theirs:
    if ours.read() != theirs.read():
        fail("/app/bin/worker was changed")
expect("handed over: workers", workers(), [])
shutil.rmtree("/app/run", ignore_errors=True)
if os.path.exists(STUCK):
    os.remove(STUCK)
bystander = subprocess.Popen(["sleep", "60"])
try:
    expect_stopped("at first")
    expect("stop when stopped", ctl("stop")[0], 0)
    expect("no command", ctl()[0], 2)
    expect("unknown command", ctl("begin")[0], 2)

    expect("start", ctl("start")[0], 0)
    first = expect_running("start")
    expect("start again", ctl("start")[0], 0)
    expect("start again keeps the worker", expect_running("start again"), first)
    expect("restart", ctl("restart")[0], 0)
    second = expect_running("restart")
    if second == first:
        fail("restart keeps the old worker")

    expect("stop", ctl("stop")[0], 0)
    expect_stopped("stop")
    log = read_log()
    for pid in (first, second):
        if f"worker {pid} started" not in log or f"worker {pid} stopped" not in log:
            fail("the log is not appended to, or a willing worker was killed")
    if os.path.exists(PID_FILE):
        fail("stop leaves the PID file")

    for text in ("", "999999\n", f"{bystander.pid}\n"):
        write_pid(text)
        expect_stopped(f"PID file {text!r}")
        expect("stop with a stale PID file", ctl("stop")[0], 0)
        if os.path.exists(PID_FILE):
            fail("stop leaves a stale PID file")
        if bystander.poll() is not None:
            fail("stop ended an unrelated process")
    write_pid(f"{bystander.pid}\n")
    expect("start over a stale PID file", ctl("start")[0], 0)
    expect_running("start over a stale PID file")

    with open(STUCK, "w", encoding="ascii"):
        pass
    begun = time.monotonic()
    expect("stop of a stuck worker", ctl("stop")[0], 0)
    if time.monotonic() - begun < 1.5:
        fail("a stuck worker was not given its 2 seconds")
    expect_stopped("stop of a stuck worker")
    if os.path.exists(PID_FILE):
        fail("stop of a stuck worker leaves the PID file")
    if bystander.poll() is not None:
        fail("an unrelated process was ended")
finally:
    bystander.kill()
    if os.path.exists(STUCK):
        os.remove(STUCK)
    for pid in workers():
        os.kill(pid, 9)
print("PASS")
