import collections
import os
import shutil
import subprocess
import tempfile

OTHER = """\
2023-12-30 zoe 0:00-9:07 9:07-18:00 break 1:00   18:30-23:59
   2023-12-31 Yan 23:00-1:05 #2:00-3:00
#2023-12-31 zoe 10:00-11:00

2024-01-01 YAN 06:00-00:00 break 0:30 break 0:15
2024-01-02 zoe 8:00-19:30
2024-01-02 abe 12:00-12:09 # break 0:05
2024-01-03 zoe 13:00-12:59"""


def minutes(text):
    hours, rest = text.split(":")
    return int(hours) * 60 + int(rest)


def clock(total):
    return f"{total // 60}:{total % 60:02d}"


def totals(sheet):
    worked = collections.Counter()
    for line in sheet.splitlines():
        words = line.split("#")[0].split()
        pause = False
        for word in words[2:]:
            if word == "break":
                pause = True
            elif pause:
                worked[words[1].lower()] -= minutes(word)
                pause = False
            else:
                start, end = map(minutes, word.split("-"))
                worked[words[1].lower()] += (end - start) % (24 * 60)
    return [f"{name} {clock(worked[name])}" for name in sorted(worked)] + [f"total {clock(sum(worked.values()))}"]


def run(sheet):
    """Runs a copy of the script, as nobody, on this time sheet; the lines it prints."""
    assert os.access("/app/totals.sh", os.X_OK), "totals.sh is not executable"
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        script = os.path.join(folder, "totals.sh")
        shutil.copyfile("/app/totals.sh", script)
        os.chmod(script, 0o755)
        with open(os.path.join(folder, "my shifts.txt"), "w", encoding="utf-8") as file:
            file.write(sheet)
        command = [script, "my shifts.txt"]
        done = subprocess.run(command, cwd=folder, user=65534, group=65534, extra_groups=[], capture_output=True, text=True, timeout=10)
        assert done.returncode == 0, f"status {done.returncode}: {done.stderr}"
        return [line.strip() for line in done.stdout.splitlines() if line.strip()]


shifts = open("/tests/shifts.txt", encoding="utf-8").read()
for sheet in (shifts, OTHER):
    got, want = run(sheet), totals(sheet)
    assert got == want, f"printed {got}, not {want}"
saved = [line.strip() for line in open("/app/totals.txt", encoding="utf-8") if line.strip()]
assert saved == totals(shifts), "totals.txt"
