"""Runs the parser on configurations the agent has not seen; expected values are written out by hand."""

import json
import subprocess
import sys

GOOD = {
    "": {},
    " \n;;# only a comment": {},
    'site = "Hall 7"; revision = 12\ncontact = none': {"site": "Hall 7", "revision": 12, "contact": None},
    'a = "x # y" # z': {"a": "x # y"},
    'a = "x # \\" # y"; b = "#" # "c\nd = 1': {"a": 'x # " # y', "b": "#", "d": 1},
    'a = "C:\\\\" # end\nb = "l1\\nl2\\tq"': {"a": "C:\\", "b": "l1\nl2\tq"},
    'a = "\\\\n"; b = "\\\\\\""': {"a": "\\n", "b": '\\"'},
    'a = "{ } [ ] = ; ,"': {"a": "{ } [ ] = ; ,"},
    'a = "ümlaut — 7 °C"': {"a": "ümlaut — 7 °C"},
    "a=-3;b = 0.25 ; c=-0.5": {"a": -3, "b": 0.25, "c": -0.5},
    "a = yes; b = no; yes = none": {"a": True, "b": False, "yes": None},
    "a = []\nb = [1,2,]\nc = [ [ ], [\"]\"],\n # , ]\n no, ]": {"a": [], "b": [1, 2], "c": [[], ["]"], False]},
    "a { }\nb {\n}\n": {"a": {}, "b": {}},
    "a { b = 1 }; c { d { e = [\n1\n] } }": {"a": {"b": 1}, "c": {"d": {"e": [1]}}},
    'port "a" { }\nx = 1\nport "b" { speed = 10; }': {"port": {"a": {}, "b": {"speed": 10}}, "x": 1},
    'p "x#1" { q "{" { r = 1 } } # }': {"p": {"x#1": {"q": {"{": {"r": 1}}}}},
    "a { k = 1 }\nb { k = 2 }\nk = 3": {"a": {"k": 1}, "b": {"k": 2}, "k": 3},
    "a_1-x = 1\r\nb2 = 2\r\n": {"a_1-x": 1, "b2": 2},
    "a { b = 1 } # done\n\n\n;c = 2": {"a": {"b": 1}, "c": 2},
}
BAD = {
    "a = 1\na = 2": 2,
    "a = 1\n\n\na { }": 4,
    "a { }\na { }": 2,
    'p "x" { }\np "x" { }': 2,
    'p "x" { }\np { }': 2,
    "b { a = 1\n a = 2 }": 2,
    "a = 1\nb = @": 2,
    'a = "open\nb = 1': 1,
    'x = 1\ny = 2 # "\na = "bad \\q escape"': 3,
    "a = 1 b = 2": 1,
    "a { } b = 2": 1,
    "Key = 1": 1,
    "a = maybe": 1,
    "x = 1\n}": 2,
    "l = [1,\n2,\n3 4]": 3,
    "l = [,]": 1,
    "a = 1\nb =\nc = 2": 2,
}
UNNUMBERED = ("a {\n b = 1\n", "a = [1,\n 2")


def fail(reason):
    sys.exit("FAIL: " + reason)


def run(text):
    try:
        result = subprocess.run(
            ["python3", "-B", "/app/parse.py"], input=text.encode(), cwd="/", capture_output=True, timeout=10
        )
    except subprocess.TimeoutExpired:
        fail(f"{text!r}: does not end")
    return result.returncode, result.stdout.decode(errors="replace"), result.stderr.decode(errors="replace")


def same(left, right):
    """Equality that tells 1 from true and from 1.0."""
    if isinstance(left, dict) and isinstance(right, dict):
        return left.keys() == right.keys() and all(same(left[key], right[key]) for key in left)
    if isinstance(left, list) and isinstance(right, list):
        return len(left) == len(right) and all(map(same, left, right))
    return type(left) is type(right) and left == right


for text, wanted in GOOD.items():
    code, out, err = run(text)
    if code != 0:
        fail(f"{text!r}: exit status {code}: {err[-200:]}")
    try:
        got = json.loads(out)
    except ValueError:
        fail(f"{text!r}: prints {out[:200]!r}")
    if not same(got, wanted):
        fail(f"{text!r}: {got!r}, expected {wanted!r}")
for text, number in [*BAD.items(), *((text, None) for text in UNNUMBERED)]:
    code, out, err = run(text)
    if code != 1 or out.strip():
        fail(f"{text!r}: must be refused, exit status is {code}, output {out[:100]!r}")
    starts = "line " if number is None else f"line {number}:"
    if not any(line.startswith(starts) for line in err.splitlines()):
        fail(f"{text!r}: says {err[-200:]!r}, expected a line that starts with {starts!r}")
print("PASS")
