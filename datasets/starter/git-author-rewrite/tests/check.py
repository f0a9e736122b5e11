import subprocess

# A commit's hash covers its files, parents, message, identities and dates: a correct rewrite can only give these.
EXPECTED = {
    "refs/heads/main": "3bc3cf97fb6f0df78d509e939ccc10ab240ccc9d",
    "refs/heads/release/1.x": "dadb6a4f5282fd4f2d8e4d1eff146568e5aded15",
    "refs/tags/v1.0": "59731c1abc25fa2808199383aa23aa3f125aa27a",
    "refs/tags/v1.1": "dadb6a4f5282fd4f2d8e4d1eff146568e5aded15",
}


def git(*args):
    command = ["git", "-c", "safe.directory=*", "-c", "core.fsmonitor=false", "-C", "/app/repo", "--no-replace-objects", *args]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


names = set(git("for-each-ref", "--format=%(refname)", "refs/heads", "refs/tags").splitlines())
assert names == set(EXPECTED), f"branches and tags: {sorted(names)}"
assert "build-07" not in git("log", "--branches", "--tags", "--format=%an %ae %cn %ce"), "the old identity is still there"
for name, commit in EXPECTED.items():
    assert git("rev-parse", f"{name}^{{commit}}") == commit, f"{name} is not the expected history"
assert git("cat-file", "-t", "refs/tags/v1.0") == "tag", "v1.0 is no longer an annotated tag"
assert git("for-each-ref", "--format=%(contents:subject)", "refs/tags/v1.0") == "First release", "message of v1.0"
assert git("cat-file", "-t", "refs/tags/v1.1") == "commit", "v1.1 is no longer a plain tag"
assert git("symbolic-ref", "HEAD") == "refs/heads/main", "main is not checked out"
assert git("status", "--porcelain", "--untracked-files=no") == "", "the working tree is not clean"
