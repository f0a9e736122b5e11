#!/bin/bash
set -e
cd /app
python3 - <<'PY'
import configparser, glob, json, re

layers = ["/app/legacy/app.ini", *sorted(glob.glob("/app/legacy/conf.d/*.ini"))]
ini = configparser.ConfigParser()
ini.read(layers)
UNITS = {"ms": 1, "s": 1000, "m": 60000, "h": 3600000}


def typed(text):
    if len(text) > 1 and text[0] == text[-1] == '"':
        return text[1:-1]
    if "," in text:
        return [typed(part.strip()) for part in text.split(",")]
    if text.lower() in ("yes", "true", "on", "no", "false", "off"):
        return text.lower() in ("yes", "true", "on")
    if re.fullmatch(r"[+-]?\d+", text):
        return int(text)
    if re.fullmatch(r"[+-]?\d+\.\d+", text):
        return float(text)
    duration = re.fullmatch(r"(\d+)(ms|s|m|h)", text)
    return int(duration[1]) * UNITS[duration[2]] if duration else text


values = {}
for section in ini.sections():
    for key in ini._sections[section]:
        values[f"{section}.{key}"] = typed(ini[section][key])
renames = dict(line.strip().split(" -> ") for line in open("/app/legacy/RENAMES") if " -> " in line)

tables = {}
for name, value in values.items():
    name = renames.get(name, name)
    if name != "(dropped)":
        section, key = name.rsplit(".", 1)
        tables.setdefault(section, {})[key] = value
with open("/app/config.toml", "w") as out:
    for section in sorted(tables):
        print(f"[{section}]", file=out)
        for key, value in tables[section].items():
            print(f"{key} = {json.dumps(value)}", file=out)
        print(file=out)
PY
