import os
import stat

EXPECTED = {
    "bin/report.sh": (0o750, "echo wednesday\n"),
    "config/app.ini": (0o600, "mode = green\n"),
    "config/limits.ini": (0o644, "max = 25\n"),
    "data/orders.csv": (0o644, "1,rope,2\n2,twine,7\n"),
    "data/prices.csv": (0o640, "rope,5\n"),
    "data/stock.csv": (0o644, "rope,120\n"),
    "notes/todo.txt": (0o644, "buy string\n"),
}
BACKUPS = {"README", "full-2024-03-04.tar.gz", *(f"incr-2024-03-0{day}.tar.gz" for day in range(5, 9)), "mirror"}

found = {}
for folder, folders, names in os.walk("/app/restored"):
    for name in folders:
        assert not os.path.islink(os.path.join(folder, name)), f"{name} is a link"
    for name in names:
        path = os.path.join(folder, name)
        info = os.lstat(path)
        assert stat.S_ISREG(info.st_mode), f"{path} is not a plain file"
        found[os.path.relpath(path, "/app/restored")] = (stat.S_IMODE(info.st_mode), open(path, encoding="utf-8").read())
assert found == EXPECTED, {path: (found.get(path), EXPECTED.get(path)) for path in {*found, *EXPECTED} if found.get(path) != EXPECTED.get(path)}
assert set(os.listdir("/app/backups")) == BACKUPS, f"backups: {sorted(os.listdir('/app/backups'))}"
assert os.path.getsize("/app/backups/incr-2024-03-06.tar.gz") == 150, "a backup was changed"
