"""Running a list of strings and keeping the rows of the last one, as the benchmark does."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

import psycopg2
from psycopg2.extensions import TRANSACTION_STATUS_IDLE
from psycopg2.extensions import connection as Session
from psycopg2.extensions import cursor as Cursor

from .canonical import Row
from .statements import check_one_statement, split

MAX_ROWS = 10_000
"""Of a SELECT or WITH, the rows after these do not count."""
TIMEOUT_MS = 60_000
OUT_OF_MEMORY = ("out of memory", "cannot allocate memory")

Manner = Literal["commit", "roll back", "piece by piece"]


class Ran(NamedTuple):
    rows: list[Row] | None = None
    """None where the last statement has no rows to give."""
    error: str | None = None
    """Postgres's words."""
    timed_out: bool = False
    too_large: bool = False
    lost: bool = False
    """The connection is gone."""

    @property
    def failed(self) -> bool:
        return self.error is not None or self.timed_out or self.too_large


def run_and_commit(session: Session, queries: Sequence[str], timeout_ms: int = TIMEOUT_MS) -> Ran:
    """A transaction for each string, committed at its end."""
    return _run(session, queries, timeout_ms, "commit")


def run_and_roll_back(session: Session, queries: Sequence[str], timeout_ms: int) -> Ran:
    """For texts that are trusted to end no transaction: all in one, which leaves nothing behind."""
    try:
        return _run(session, queries, timeout_ms, "roll back")
    finally:
        _roll_back(session)


def run_confined(session: Session, queries: Sequence[str], timeout_ms: int) -> Ran:
    """In a transaction of the session's kind whatever the texts do; behind one that they have ended comes another."""
    try:
        return _run(session, queries, timeout_ms, "piece by piece")
    finally:
        _roll_back(session)


def _run(session: Session, queries: Sequence[str], timeout_ms: int, manner: Manner) -> Ran:
    rows: list[Row] | None = None
    for query in queries:
        if not query.strip():
            continue
        try:
            rows = _run_string(session, query, timeout_ms, manner)
        except MemoryError:
            return Ran(too_large=True)
        except psycopg2.errors.QueryCanceled:
            _roll_back(session)
            return Ran(timed_out=True)
        except Exception as error:
            _roll_back(session)
            if _is_out_of_memory(error):
                return Ran(too_large=True)
            return Ran(error=str(error), lost=session.closed != 0)
    return Ran(rows)


def _run_string(session: Session, query: str, timeout_ms: int, manner: Manner) -> list[Row] | None:
    pieces = split(query) if manner == "piece by piece" else [query]
    rows: list[Row] | None = None
    for number, piece in enumerate(pieces, start=1):
        with session.cursor() as cursor:
            if manner == "piece by piece":
                # A query, unlike SET: after one, a transaction can't be made writable any more.
                cursor.execute("SELECT pg_catalog.set_config('statement_timeout', %s, false)", (str(timeout_ms),))
                check_one_statement(session, piece)
            else:
                cursor.execute("SET statement_timeout = %s", (timeout_ms,))
            cursor.execute(piece)
            if manner == "commit":
                session.commit()
            elif session.info.transaction_status == TRANSACTION_STATUS_IDLE:
                # It has ended our transaction; psycopg2 must know, or the next one gets none.
                session.rollback()
            if number == len(pieces):
                rows = _rows_of(cursor, query)
    return rows


def _rows_of(cursor: Cursor, query: str) -> list[Row] | None:
    """Raises where a string that begins with a query ends with something that has no rows."""
    if query.strip().lower().startswith(("select", "with")):
        return cursor.fetchmany(MAX_ROWS)
    return None if cursor.description is None else cursor.fetchall()


def _is_out_of_memory(error: Exception) -> bool:
    """In this process: the server's own has a code."""
    ours = isinstance(error, psycopg2.Error) and error.pgcode is None
    return ours and any(words in str(error) for words in OUT_OF_MEMORY)


def _roll_back(session: Session) -> None:
    try:
        session.rollback()
    except psycopg2.Error:
        # The connection is gone, and the transaction with it.
        return
