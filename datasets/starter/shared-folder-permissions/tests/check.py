import grp
import os
import pwd
import stat

EXPECTED = {
    "/app/project": ("nora", "team", 0o2770),
    "/app/project/deploy.sh": ("nora", "team", 0o770),
    "/app/project/docs": ("nora", "team", 0o2770),
    "/app/project/docs/README.md": ("nora", "team", 0o660),
    "/app/project/old drafts": ("nora", "team", 0o2770),
    "/app/project/old drafts/first try.txt": ("nora", "team", 0o660),
    "/app/project/secrets": ("pavel", "team", 0o700),
    "/app/project/secrets/keys": ("pavel", "team", 0o700),
    "/app/project/secrets/keys/api.key": ("pavel", "team", 0o600),
    "/app/project/secrets/rotate.sh": ("pavel", "team", 0o700),
    "/app/project/src": ("nora", "team", 0o2770),
    "/app/project/src/build.sh": ("nora", "team", 0o770),
    "/app/project/src/lib": ("nora", "team", 0o2770),
    "/app/project/src/lib/helper.c": ("nora", "team", 0o660),
    "/app/project/src/main.c": ("nora", "team", 0o660),
    "/app/templates": ("root", "root", 0o755),
    "/app/templates/base.txt": ("root", "root", 0o644),
}

for link, target in (("templates", "/app/templates"), ("README.md", "docs/README.md")):
    assert os.readlink(f"/app/project/{link}") == target, f"{link} is no longer the same link"
found = {}
for root in ("/app/project", "/app/templates"):
    paths = [root, *(os.path.join(folder, name) for folder, folders, files in os.walk(root) for name in folders + files)]
    for path in paths:
        info = os.lstat(path)
        if not stat.S_ISLNK(info.st_mode):
            found[path] = (pwd.getpwuid(info.st_uid).pw_name, grp.getgrgid(info.st_gid).gr_name, stat.S_IMODE(info.st_mode))
wrong = {path: (found.get(path), EXPECTED.get(path)) for path in {*found, *EXPECTED} if found.get(path) != EXPECTED.get(path)}
assert not wrong, f"found, expected: {wrong}"
