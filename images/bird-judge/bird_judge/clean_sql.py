"""The text clean-up that both sides of a comparison go through. It knows no SQL: what it breaks, it breaks on both."""

import re
from collections.abc import Sequence

BLOCK_COMMENT = re.compile(r"/\*[\s\S]*?\*/")
LINE_COMMENT = re.compile(r"--[^\r\n]*(?=[\r\n])")
BLANK_LINES = re.compile(r"\n\s*\n")
ROUND_CALL = re.compile(r"round\s*\(", re.IGNORECASE)


def clean(sqls: Sequence[str]) -> list[str]:
    """Comments go first, then DISTINCT, then ROUND."""
    return remove_round(remove_distinct(remove_comments(sqls)))


def remove_comments(sqls: Sequence[str]) -> list[str]:
    """A line comment that no line end follows stays."""
    return [BLANK_LINES.sub("\n", LINE_COMMENT.sub("", BLOCK_COMMENT.sub("", sql))).strip() for sql in sqls]


def remove_distinct(sqls: Sequence[str]) -> list[str]:
    """Only where the word stands alone between blanks: not before a line end, not after a parenthesis."""
    return [" ".join(filter(_is_not_distinct, sql.split(" "))) for sql in sqls]


def remove_round(sqls: Sequence[str]) -> list[str]:
    """Each call becomes its first argument. A name that ends in "round" counts as one."""
    return [_without_rounds(sql) for sql in sqls]


def _is_not_distinct(word: str) -> bool:
    return word.lower() != "distinct"


def _without_rounds(sql: str) -> str:
    while (call := ROUND_CALL.search(sql)) is not None:
        ends = _argument_and_call_end(sql, call.end())
        if ends is None:
            # An open parenthesis too many: what follows is left as it is.
            return sql
        argument, close = ends
        sql = sql[: call.start()] + sql[call.end() : argument].strip() + sql[close + 1 :]
    return sql


def _argument_and_call_end(sql: str, start: int) -> tuple[int, int] | None:
    """Where the first argument ends, and where the closing parenthesis is."""
    depth = 0
    argument: int | None = None
    for index in range(start, len(sql)):
        character = sql[index]
        if character == "(":
            depth += 1
        elif character == "," and depth == 0 and argument is None:
            argument = index
        elif character == ")":
            if depth == 0:
                return (index if argument is None else argument), index
            depth -= 1
    return None
