#!/bin/bash
set -e
cd /app
python3 - <<'PY'
import os, re

root = "/app/project"
files = [os.path.join(folder, name) for folder, _, names in os.walk(root) for name in names]
MARK = "[REDACTED]"
TOKEN = re.compile(r"dpt_live_[a-z0-9]{24}(?![a-z0-9])")
URL = re.compile(r"(://[^\s:/@\"']*:)([^\s/@\"']+)(?=@)")
KEY = re.compile(r"((?:password|passwd|secret)\"?[ \t]*[:=][ \t]*)(\"[^\"\r\n]*\"|'[^'\r\n]*'|[^\s,;\"')\]}]+)", re.I)


def url(match):
    return match[0] if match[2].startswith("${") else match[1] + MARK


def key(match):
    value = match[2]
    quote = value[0] if value[0] in "\"'" else ""
    inner = value.strip(quote) if quote else value
    return match[0] if not inner or inner.startswith(("${", MARK[:-1])) else match[1] + quote + MARK + quote


for path in files:
    before = open(path, newline="").read()
    after = KEY.sub(key, URL.sub(url, TOKEN.sub(MARK, before)))
    if after != before:
        open(path, "w", newline="").write(after)
PY
cd /app/project && grep -rnF '[REDACTED]' . | cut -d: -f1,2 | sed 's|^\./||' > /app/findings.txt
cat /app/findings.txt
