import re

NEW = "/app/etc/"
OLD = "/tests/etc/"


def read(path):
    return open(path, encoding="utf-8").read()


def lines(text):
    """The lines with their white space evened out; trailing empty ones don't count."""
    return [re.sub(r"\s+", " ", line).strip() for line in text.rstrip().split("\n")]


def moved(line):
    if line.startswith("MAILTO"):
        return "MAILTO=ops@example.org"
    fields = line.split(" ")
    if not re.match(r"[\d*]", line) or len(fields) < 7:
        return line
    hours = fields[1].split(",")
    fields[1] = ",".join("5" if re.fullmatch("0?[23]", hour) else hour for hour in hours)
    return " ".join(fields)


def plain(line):
    """Forgives what cron does not see: a leading zero of the hour, the order of a list of hours, quotes around the address."""
    if line.startswith("MAILTO"):
        return re.sub(r"[\"' ]", "", line)
    if re.match(r"[\d*]", line):
        fields = line.split(" ")
        fields[1] = ",".join(sorted(hour.lstrip("0") or "0" for hour in fields[1].split(",")))
        return " ".join(fields)
    return line


got = [plain(line) for line in lines(read(NEW + "crontab"))]
want = [plain(moved(line)) for line in lines(read(OLD + "crontab"))]
assert got == want, [pair for pair in zip(got, want) if pair[0] != pair[1]] or "lines are missing or too many"

want = lines(read(OLD + "monitor.conf"))
at = want.index("[nightly]")
want[want.index("deadline = 04:30", at)] = "deadline = 07:30"
even = [re.sub(" ?= ?", " = ", line) for line in lines(read(NEW + "monitor.conf"))]
assert even == want, "monitor.conf"

for name in ("crontab", "monitor.conf"):
    assert read(NEW + name + ".orig") == read(OLD + name), f"{name}.orig is not the old state"
