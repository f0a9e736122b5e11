import subprocess


def git(*args):
    command = ["git", "-c", "safe.directory=*", "-c", "core.fsmonitor=false", "-C", "/app/repo", *args]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


assert git("rev-parse", "refs/heads/feature/export") == "acc705c4565d697f81deeecc848fa5bb24ffa81b", "feature/export points elsewhere"
assert git("rev-parse", "refs/heads/main") == "a8b517e95c07389f7391f536323c5e9d29114a2e", "main was moved"
assert git("symbolic-ref", "HEAD") == "refs/heads/main", "main is not checked out"
assert git("status", "--porcelain") == "", "the working tree is not clean"
saved = open("/app/format.md", encoding="utf-8").read().strip()
assert saved == "Rows are (name, amount).\nAmounts are in cents, never in floats.", "format.md is not the stashed one"
