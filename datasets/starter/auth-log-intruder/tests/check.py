import json
import re

report = json.load(open("/app/report.json", encoding="utf-8"))
assert isinstance(report, dict), "report.json is not an object"
assert set(report) == {"address", "account", "login_time", "failed_before", "sudo_commands"}, f"keys: {sorted(report)}"
assert report["address"] == "203.0.113.77", "address"
assert report["account"] == "backup", "account"
assert re.search(r"(?<![\d:])02:47:31(?![\d:])", str(report["login_time"])), "login_time"
assert int(report["failed_before"]) == 37, "failed_before"
assert [command.strip() for command in report["sudo_commands"]] == [
    "/usr/bin/id",
    "/usr/bin/cat /etc/shadow",
    "/usr/sbin/useradd -m -s /bin/bash sysd",
    "/usr/bin/tar -cf /tmp/.x.tar /srv/payroll",
], "sudo_commands"
