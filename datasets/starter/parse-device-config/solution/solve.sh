#!/bin/bash
set -e
cd /app
cat > parse.py <<'PY'
import json
import sys

from lexer import Mistake, tokens

WORDS = {"yes": True, "no": False, "none": None}
ESCAPES = {"n": "\n", "t": "\t"}


def unquote(text):
    out, chars = [], iter(text[1:-1])
    for char in chars:
        if char == "\\":
            char = next(chars)
            char = ESCAPES.get(char, char)
        out.append(char)
    return "".join(out)


class Parser:
    def __init__(self, text):
        self.tokens = list(tokens(text))
        self.at = 0

    def peek(self):
        return self.tokens[self.at]

    def take(self, *kinds):
        kind, value, line = self.peek()
        if kinds and kind not in kinds:
            raise Mistake(line, f"unexpected {value!r}")
        self.at += 1
        return value, line

    def skip(self, *kinds):
        while self.peek()[0] in kinds:
            self.at += 1

    def entries(self, end):
        members, uses = {}, {}
        while True:
            self.skip("newline", ";")
            if self.peek()[0] == end:
                self.take()
                return members
            key, line = self.take("name")
            use = "block"
            if self.peek()[0] == "=":
                self.take()
                use, value = "value", self.value()
            elif self.peek()[0] == "string":
                label = unquote(self.take()[0])
                use = "label"
            if use != "value":
                self.take("{")
                value = self.entries("}")
            if key in members and (use != "label" or uses[key] != "label" or label in members[key]):
                raise Mistake(line, f"{key} is repeated")
            uses[key] = use
            if use == "label":
                members.setdefault(key, {})[label] = value
            else:
                members[key] = value
            if self.peek()[0] != end:
                self.take("newline", ";")

    def value(self):
        kind, text, line = self.peek()
        self.take("string", "number", "name", "[")
        if kind == "string":
            return unquote(text)
        if kind == "number":
            return float(text) if "." in text else int(text)
        if kind == "name":
            if text not in WORDS:
                raise Mistake(line, f"unexpected {text}")
            return WORDS[text]
        items = []
        while True:
            self.skip("newline")
            if self.peek()[0] == "]":
                self.take()
                return items
            items.append(self.value())
            self.skip("newline")
            if self.peek()[0] != "]":
                self.take(",")


try:
    print(json.dumps(Parser(sys.stdin.buffer.read().decode()).entries("end")))
except Mistake as mistake:
    sys.exit(f"line {mistake.line}: {mistake.text}")
PY
cat > lexer.py <<'PY'
import re

TOKEN = re.compile(
    r"(?P<skip>[ \t\r]+|#[^\n]*)|(?P<newline>\n)"
    r'|(?P<string>"(?:[^"\\\n]|\\["\\nt])*")'
    r"|(?P<number>-?[0-9]+(?:\.[0-9]+)?(?![\w.-]))|(?P<name>[a-z][a-z0-9_-]*(?![\w.]))|(?P<mark>[][{}=,;])"
)


class Mistake(Exception):
    def __init__(self, line, text):
        super().__init__(text)
        self.line, self.text = line, text


def tokens(text):
    line = 1
    at = 0
    while at < len(text):
        match = TOKEN.match(text, at)
        if match is None:
            raise Mistake(line, f"unexpected {text[at]!r}")
        kind, value, at = match.lastgroup, match[0], match.end()
        if kind != "skip":
            yield (value if kind == "mark" else kind), value, line
        line += value == "\n"
    yield "newline", "end of line", line
    yield "end", "end of file", line
PY
python3 -B parse.py < samples/hall7.conf
