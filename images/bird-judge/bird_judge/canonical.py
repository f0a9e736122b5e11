"""Rows in the form in which they are compared."""

import json
from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

Row = tuple[Any, ...]
CENT = Decimal("0.01")


def canonical_rows(rows: Sequence[Row] | None) -> list[Row]:
    """
    Dates and times of day on a date become `Y-m-d`, numbers have 2 decimals, lists and objects are JSON with sorted
    keys. Raises where a value has no such form: a decimal of more than 26 digits before the point, or within an array.
    """
    return [tuple(_canonical(value) for value in row) for row in rows or ()]


def rows_equal(predicted: list[Row], gold: list[Row], order: bool) -> bool:
    """By Python's own equality: 1, 1.0, Decimal(1) and True are one value. Without order, repeated rows count once."""
    return predicted == gold if order else set(predicted) == set(gold)


def portable_rows(rows: Sequence[Row] | None) -> list[Row] | None:
    """As they came, but for binary values, which can't be passed to another process as they are."""
    return None if rows is None else [tuple(_portable(value) for value in row) for row in rows]


def _canonical(value: Any) -> Any:
    # A datetime is a date.
    if isinstance(value, date):
        return value.strftime("%Y-%m-%d")
    rounded = _rounded(value)
    return json.dumps(rounded, sort_keys=True) if isinstance(rounded, dict | list) else _portable(rounded)


def _rounded(value: Any) -> Any:
    match value:
        case Decimal():
            return value.quantize(CENT, rounding=ROUND_HALF_UP)
        case float():
            return round(value, 2)
        case dict():
            return {key: _rounded(item) for key, item in value.items()}
        case list() | tuple():
            return type(value)(_rounded(item) for item in value)
        case _:
            return value


def _portable(value: Any) -> Any:
    return bytes(value) if isinstance(value, memoryview) else value
