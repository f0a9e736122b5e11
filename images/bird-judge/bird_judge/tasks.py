"""What a worker can be asked. Each gives a head, which is JSON, and a binary part: rows, for another worker only."""

import pickle
from collections.abc import Callable
from typing import Any

from .canonical import canonical_rows, portable_rows, rows_equal
from .clean_sql import clean
from .connection import Connection, answers, connected
from .ends import Fault
from .messages import MAX_BLOB, Message
from .run_queries import Ran, run_and_commit, run_and_roll_back, run_confined
from .test_case import run_test_case

Announce = Callable[[int], None]
MAX_ERROR = 4000
TOO_LARGE = "the result is too large"


def perform(task: dict[str, Any], blob: bytes, announce: Announce) -> Message:
    """A Fault and a lack of memory are answers, too."""
    if task["kind"] == "idle":
        # That a worker answers is all that is asked.
        return {"why": "idle"}, b""
    try:
        return _KINDS[task["kind"]](task, Connection(*task["connection"]), blob, announce)
    except Fault as fault:
        return {"fault": {"code": fault.code, "message": fault.message}}, b""
    except MemoryError:
        return {"why": "result-too-large"}, b""


def _gold(task: dict[str, Any], to: Connection, _blob: bytes, announce: Announce) -> Message:
    """{ok, error, rows}, and the canonical rows."""
    with connected(to, announce) as session:
        ran = run_and_roll_back(session, clean(task["sqls"]), task["timeoutMs"])
    error = _trouble_of(ran)
    if error is not None:
        _mind_the_server(to, ran)
        return _no_gold(error)
    try:
        rows = canonical_rows(ran.rows)
    except Exception as problem:
        return _no_gold(f"it can't be compared: {type(problem).__name__}: {problem}")
    if not rows:
        return _no_gold("it gives no rows")
    packed = pickle.dumps(rows, pickle.HIGHEST_PROTOCOL)
    return ({"ok": True, "error": None, "rows": len(rows)}, packed) if len(packed) <= MAX_BLOB else _no_gold(TOO_LARGE)


def _compare(task: dict[str, Any], to: Connection, blob: bytes, announce: Announce) -> Message:
    """{why, error}. First as it is, which says whether it runs at all; then cleaned, which says whether it is right."""
    sqls, timeout_ms = task["sqls"], task["timeoutMs"]
    cleaned = clean(sqls)
    writes = task["writes"]
    run = run_and_roll_back if writes else run_confined
    with connected(to, announce, read_only=not writes) as session:
        ran = run(session, sqls, timeout_ms)
        if ran.failed:
            return _failed_prediction(to, ran)
        if cleaned != sqls:
            ran = run(session, cleaned, timeout_ms)
    if ran.failed:
        _mind_the_server(to, ran)
        return {"why": "result-too-large" if ran.too_large else "differs"}, b""
    try:
        rows = canonical_rows(ran.rows)
        if not rows:
            return {"why": "empty"}, b""
        equal = rows_equal(rows, pickle.loads(blob), task["order"])
    except MemoryError:
        raise
    except Exception:
        return {"why": "not-comparable"}, b""
    return {"why": "equal" if equal else "differs"}, b""


def _predict(task: dict[str, Any], to: Connection, _blob: bytes, announce: Announce) -> Message:
    """{why: "ran" or as a comparison's, error}, and the rows as test cases see them. What it changes stays."""
    with connected(to, announce) as session:
        ran = run_and_commit(session, task["sqls"], task["timeoutMs"])
    if ran.failed:
        return _failed_prediction(to, ran)
    packed = pickle.dumps(portable_rows(ran.rows), pickle.HIGHEST_PROTOCOL)
    return ({"why": "ran"}, packed) if len(packed) <= MAX_BLOB else ({"why": "result-too-large"}, b"")


def _case(task: dict[str, Any], to: Connection, blob: bytes, announce: Announce) -> Message:
    rows = pickle.loads(blob) if blob else None
    with connected(to, announce) as session:
        return run_test_case(session, to, task["source"], task["sqls"], task["gold"], rows), b""


_KINDS: dict[str, Callable[[dict[str, Any], Connection, bytes, Announce], Message]] = {
    "gold": _gold,
    "compare": _compare,
    "predict": _predict,
    "case": _case,
}


def _failed_prediction(to: Connection, ran: Ran) -> Message:
    _mind_the_server(to, ran)
    if ran.too_large:
        return {"why": "result-too-large"}, b""
    return ({"why": "timeout"} if ran.timed_out else {"why": "prediction-error", "error": _short(ran.error)}), b""


def _mind_the_server(to: Connection, ran: Ran) -> None:
    """Raises Fault "database": what failed because the server is gone is nobody's fault here."""
    if ran.lost and not answers(to):
        raise Fault("database", f"{to.database} is gone: {_short(ran.error)}")


def _trouble_of(ran: Ran) -> str | None:
    if ran.timed_out:
        return "timeout"
    return TOO_LARGE if ran.too_large else ran.error and _short(ran.error)


def _no_gold(error: str) -> Message:
    return {"ok": False, "error": error[:MAX_ERROR], "rows": 0}, b""


def _short(text: str | None) -> str:
    return (text or "")[:MAX_ERROR]
