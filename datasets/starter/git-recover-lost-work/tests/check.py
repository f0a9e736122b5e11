import subprocess


def git(*args):
    command = ["git", "-c", "safe.directory=*", "-c", "core.fsmonitor=false", "-C", "/app/repo", *args]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


assert git("rev-parse", "refs/heads/feature/export") == "@tip@", "feature/export points elsewhere"
assert git("rev-parse", "refs/heads/main") == "@main@", "main was moved"
assert git("symbolic-ref", "HEAD") == "refs/heads/main", "main is not checked out"
assert git("status", "--porcelain") == "", "the working tree is not clean"
saved = open("/app/format.md", encoding="utf-8").read().strip()
assert saved == "Rows are (name, amount).\nAmounts are in cents, never in floats.", "format.md is not the stashed one"
