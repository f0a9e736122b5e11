"""One test case: Python source of the data set that looks at what a prediction has left."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from psycopg2.extensions import connection as Session

from .canonical import Row, canonical_rows, rows_equal
from .clean_sql import remove_comments, remove_distinct, remove_round
from .connection import Connection, connect
from .run_queries import run_and_commit

Result = tuple[list[Row] | None, str | None, bool]
MAX_ERROR = 2000


def run_test_case(
    session: Session, to: Connection, source: str, predicted: list[str], gold: list[str], rows: list[Row] | None
) -> dict[str, Any]:
    """{why, error}; why is "passed", "assertion", "error" or "no-function"."""
    offered = _helpers(session, to, rows)
    # What a case defines beside the function is not in the function's reach: so it is where the data set was made.
    defined: dict[str, Any] = {}
    try:
        exec(compile(source, "<test case>", "exec"), offered, defined)
        function = defined.get("test_case")
        if not callable(function):
            return {"why": "no-function", "error": "it defines no function test_case"}
        function(predicted, gold, to.database, session)
    except AssertionError as error:
        return {"why": "assertion", "error": _text_of(error)}
    except BaseException as error:
        return {"why": "error", "error": _text_of(error)}
    return {"why": "passed", "error": None}


def _helpers(session: Session, to: Connection, rows: list[Row] | None) -> dict[str, Any]:
    def execute_queries(queries: str | Sequence[str], db_name: str, conn: Session | None = None) -> Result:
        return _execute(queries, conn or _own_session(session, to))

    def ex_base(
        pred_sqls: Sequence[str],
        sol_sqls: Sequence[str],
        db_name: str,
        conn: Session | None,
        conditions: Mapping[str, Any] | None = None,
    ) -> int:
        return _same_results(execute_queries, pred_sqls, sol_sqls, db_name, conn, conditions or {})

    return {
        "execute_queries": execute_queries,
        "ex_base": ex_base,
        "remove_distinct": remove_distinct,
        "remove_comments": remove_comments,
        "remove_round": remove_round,
        "pred_query_result": rows,
    }


def _own_session(session: Session, to: Connection) -> Session:
    return connect(to) if session.closed else session


def _execute(queries: str | Sequence[str], session: Session) -> Result:
    """(rows, error, timed out)."""
    ran = run_and_commit(session, [queries] if isinstance(queries, str) else list(queries or ()))
    if ran.too_large:
        return None, "the result is too large", False
    return ran.rows, ran.error, ran.timed_out


def _same_results(
    execute: Callable[..., Result],
    predicted: Sequence[str],
    gold: Sequence[str],
    database: str,
    session: Session | None,
    conditions: Mapping[str, Any],
) -> int:
    """1 when both give the same rows, and any; else 0."""
    if not predicted or not gold:
        return 0
    results = [execute(sqls, database, session) for sqls in (predicted, gold)]
    if any(error or timed_out for _, error, timed_out in results):
        return 0
    ours, theirs = (canonical_rows(rows) for rows, _, _ in results)
    return int(bool(ours and theirs) and rows_equal(ours, theirs, bool(conditions.get("order", False))))


def _text_of(error: BaseException) -> str:
    try:
        text = str(error)
    except Exception:
        text = "?"
    name = type(error).__name__
    return f"{name}: {text}"[:MAX_ERROR] if text else name
