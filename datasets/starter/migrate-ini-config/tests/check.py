"""Compares config.toml with the expected configuration, written out by hand; the legacy files must be untouched."""

import os
import sys
import tomllib

WANTED = {
    "server": {
        "host": "10.2.0.7",
        "port": 8080,
        "base_url": "http://10.2.0.7:8080/",
        "workers": 12,
        "timeout": 30000,
        "static": "/srv/depot/static",
        "tls": {"enabled": True, "min_version": "1.2", "cert": "/srv/depot/tls/eu-2.pem"},
    },
    "logging": {"verbose": False},
    "queue": {
        "url": "amqp://broker.internal",
        "consumer": {"prefetch": 16},
        "retry_delays": [500, 5000, 60000],
        "backoff": 1.5,
        "topics": ["orders", "invoices", "returns"],
    },
    "cache": {"backend": "redis", "ttl": 7200000, "max_size_mb": 64},
    "feature": {"new_checkout": True, "beta_users": "17, 23", "ratio": 0.25},
    "metrics": {"host": "stats.internal"},
}


def fail(reason):
    sys.exit("FAIL: " + reason)


def differences(got, wanted, path=""):
    """Where the two differ; 1, 1.0 and true are three different values."""
    if isinstance(got, dict) and isinstance(wanted, dict):
        for key in sorted(got.keys() | wanted.keys()):
            name = f"{path}.{key}".lstrip(".")
            if key not in got:
                yield f"{name} is missing"
            elif key not in wanted:
                yield f"{name} does not belong there"
            else:
                yield from differences(got[key], wanted[key], name)
    elif isinstance(got, list) and isinstance(wanted, list) and len(got) == len(wanted):
        for index, pair in enumerate(zip(got, wanted)):
            yield from differences(*pair, f"{path}[{index}]")
    elif type(got) is not type(wanted) or got != wanted:
        yield f"{path} is {got!r}, expected {wanted!r}"


def tree(root):
    found = {}
    for folder, _, names in os.walk(root):
        for name in names:
            with open(os.path.join(folder, name), "rb") as source:
                found[os.path.relpath(os.path.join(folder, name), root)] = source.read()
    return found


if tree("/app/legacy") != tree("/tests/legacy"):
    fail("/app/legacy was changed")
try:
    with open("/app/config.toml", "rb") as source:
        config = tomllib.load(source)
except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
    fail(f"config.toml: {problem}")
found = list(differences(config, WANTED))
if found:
    fail("; ".join(found[:6]))
print("PASS")
