"""Talks to the running service. Whatever is reserved is released again, so the check can be repeated."""

import glob
import http.client
import json
import os
import signal
import subprocess
import sys
import time


def fail(reason):
    sys.exit("FAIL: " + reason)


def call(method, path, body=None):
    connection = http.client.HTTPConnection("127.0.0.1", 8090, timeout=5)
    try:
        connection.request(method, path, body=body, headers={"Content-Type": "application/json"} if body else {})
        response = connection.getresponse()
        text = response.read().decode()
        kind = response.getheader("Content-Type", "").split(";")[0].strip()
    except (OSError, http.client.HTTPException) as problem:
        fail(f"{method} {path}: {problem!r}")
    finally:
        connection.close()
    if kind != "application/json":
        fail(f"{method} {path}: Content-Type is {kind!r}")
    try:
        return response.status, json.loads(text)
    except ValueError:
        fail(f"{method} {path}: {text[:200]!r} is not JSON")


def expect(method, path, status, answer, body=None):
    got = call(method, path, body)
    if got != (status, answer):
        fail(f"{method} {path} {body or ''}: {got}, expected {(status, answer)}")


def listeners():
    """The processes that listen on port 8090; none when they live in another PID namespace."""
    inodes = set()
    for table in ("/proc/net/tcp", "/proc/net/tcp6"):
        try:
            with open(table, encoding="ascii") as rows:
                cells = [row.split() for row in rows]
        except OSError:
            continue
        inodes |= {f"socket:[{cell[9]}]" for cell in cells if cell[1].endswith(f":{8090:04X}") and cell[3] == "0A"}
    found = set()
    for link in glob.glob("/proc/[0-9]*/fd/*"):
        try:
            if os.readlink(link) in inodes:
                found.add(int(link.split("/")[2]))
        except OSError:
            continue
    return found


with open("/tests/inventory.json", encoding="utf-8") as source:
    original = source.read()
with open("/app/data/inventory.json", encoding="utf-8") as source:
    if source.read() != original:
        fail("/app/data/inventory.json was modified")
records = json.loads(original)
items = sorted(
    ({key: record[key] for key in ("sku", "name", "stock")} for record in records if not record.get("retired")),
    key=lambda item: item["sku"],
)
retired = next(record["sku"] for record in records if record.get("retired"))
missing, malformed, scarce = {"error": "not found"}, {"error": "bad request"}, {"error": "insufficient stock"}

expect("GET", "/health", 200, {"status": "ok"})
expect("GET", "/items", 200, items)
for item in (items[0], items[-1]):
    expect("GET", f"/items/{item['sku']}", 200, item)
for path in (f"/items/{retired}", "/items/NOPE", "/", "/items/NOPE/reserve", "/healthy"):
    expect("GET", path, 404, missing)

item = items[2]
base, stock = f"/items/{item['sku']}", item["stock"]
expect("POST", f"{base}/reserve", 200, {**item, "stock": stock - 2}, '{"quantity": 2}')
expect("GET", base, 200, {**item, "stock": stock - 2})
expect("POST", f"{base}/reserve", 409, scarce, json.dumps({"quantity": stock - 1}))
expect("POST", f"{base}/reserve", 200, {**item, "stock": 0}, json.dumps({"quantity": stock - 2}))
expect("POST", f"{base}/release", 200, item, json.dumps({"quantity": stock}))
bodies = ("", "quantity=1", "[1]", "{}", '{"quantity": 0}', '{"quantity": -1}', '{"quantity": 1.5}', '{"quantity": "1"}')
for body in bodies:
    expect("POST", f"{base}/reserve", 400, malformed, body)
expect("POST", f"{base}/release", 400, malformed, '{"quantity": null}')
expect("POST", f"/items/{retired}/reserve", 404, missing, '{"quantity": 1}')
expect("POST", "/items/NOPE/release", 404, missing, "nonsense")
expect("POST", f"{base}/destroy", 404, missing, '{"quantity": 1}')
expect("GET", "/items", 200, items)

if not os.access("/app/start.sh", os.X_OK):
    fail("/app/start.sh is missing or not executable")
running = listeners()
for pid in running:
    os.kill(pid, signal.SIGKILL)
if running:
    quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    try:
        subprocess.run(["/app/start.sh"], cwd="/", timeout=15, **quiet)
    except (OSError, subprocess.TimeoutExpired) as problem:
        fail(f"/app/start.sh: {problem}")
    for _ in range(50):
        if listeners():
            break
        time.sleep(0.2)
    expect("GET", "/items", 200, items)
print("PASS")
