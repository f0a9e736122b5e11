"""
One statement at a time. psycopg2 sends a text as it is, and behind a COMMIT in its middle anything could follow outside
of our transaction, such as a new password for the role. So a text is split, and each piece runs only after the server
itself, whose extended protocol takes no two, has parsed it as one.
"""

import ctypes
import re

import psycopg2
from psycopg2.extensions import connection as Session

TOKEN = re.compile(
    r"""(?P<blank> \s+ | --[^\n]* )
    | (?P<comment> /\* )
    | (?P<end> ; )
    | [eE]'(?:[^'\\]|\\.|'')*'
    | '(?:[^']|'')*'
    | "(?:[^"]|"")*"
    | \$(?P<tag>[^\W\d]\w*)\$ .*? \$(?P=tag)\$
    | \$\$ .*? \$\$
    | [^\W\d][\w$]*
    | .""",
    re.DOTALL | re.VERBOSE,
)
COMMENT_EDGE = re.compile(r"/\*|\*/")
SQLSTATE_FIELD = ord("C")


def split(text: str) -> list[str]:
    """At semicolons outside of quotes and comments. Pieces that hold nothing are left out, unless there is no other."""
    pieces: list[str] = []
    start = at = 0
    filled = False
    while (token := TOKEN.match(text, at)) is not None:
        at = token.end()
        if token["comment"]:
            at = _comment_end(text, at)
        elif token["end"]:
            if filled:
                pieces.append(text[start : at - 1])
            start, filled = at, False
        elif not token["blank"]:
            filled = True
    if filled:
        pieces.append(text[start:])
    return pieces or [text]


def check_one_statement(session: Session, text: str) -> None:
    """Raises the server's error, which leaves the transaction failed, when it is none, two, or can't be run."""
    if "\0" in text:
        raise psycopg2.DataError("the text holds a zero byte")
    libpq = _libpq()
    result = libpq.PQprepare(session.pgconn_ptr, b"", text.encode(), 0, None)
    try:
        code = libpq.PQresultErrorField(result, SQLSTATE_FIELD)
        if code is not None:
            words = libpq.PQresultErrorMessage(result).decode(errors="replace")
            raise psycopg2.errors.lookup(code.decode())(words.removeprefix("ERROR:  "))
    finally:
        libpq.PQclear(result)


def _comment_end(text: str, at: int) -> int:
    """They nest."""
    depth = 1
    while depth > 0:
        edge = COMMENT_EDGE.search(text, at)
        if edge is None:
            return len(text)
        depth += 1 if edge[0] == "/*" else -1
        at = edge.end()
    return at


def _libpq() -> ctypes.CDLL:
    """The one that psycopg2 has loaded."""
    libpq = ctypes.CDLL("libpq.so.5")
    libpq.PQprepare.restype = ctypes.c_void_p
    libpq.PQprepare.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_char_p, ctypes.c_int, ctypes.c_void_p]
    libpq.PQresultErrorField.restype = ctypes.c_char_p
    libpq.PQresultErrorField.argtypes = [ctypes.c_void_p, ctypes.c_int]
    libpq.PQresultErrorMessage.restype = ctypes.c_char_p
    libpq.PQresultErrorMessage.argtypes = [ctypes.c_void_p]
    libpq.PQclear.restype = None
    libpq.PQclear.argtypes = [ctypes.c_void_p]
    return libpq
