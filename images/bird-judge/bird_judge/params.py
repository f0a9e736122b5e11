"""What the host asks, checked. Every parser raises CallError "bad-params"."""

from typing import Any, NamedTuple

from channel.faults import CallError

from .connection import Connection

MAX_STATEMENTS = 100
MAX_TIMEOUT_MS = 600_000


class GoldParams(NamedTuple):
    key: str
    connection: Connection
    sqls: list[str]
    timeout_ms: int


class CompareParams(NamedTuple):
    key: str
    connection: Connection
    sqls: list[str]
    order: bool
    timeout_ms: int
    writes: bool
    """The role owns a database that nobody else uses: what the statements change there is theirs to change."""


class TestParams(NamedTuple):
    connection: Connection
    owner: Connection | None
    sqls: list[str]
    gold: list[str]
    cases: list[str]
    timeout_ms: int


def parse_gold(value: Any) -> GoldParams:
    match value:
        case {"key": str(key), "connection": connection, "sqls": sqls, "timeoutMs": timeout_ms} if key != "":
            return GoldParams(key, _connection(connection), _texts("sqls", sqls), _timeout(timeout_ms))
    raise CallError("bad-params", "gold needs key, connection, sqls, timeoutMs")


def parse_compare(value: Any) -> CompareParams:
    match value:
        case {"key": str(key), "order": bool(order), "sqls": sqls, "timeoutMs": timeout_ms, "connection": connection}:
            to, statements = _connection(connection), _texts("sqls", sqls)
            writes = value.get("writes", False)
            if isinstance(writes, bool):
                return CompareParams(key, to, statements, order, _timeout(timeout_ms), writes)
    raise CallError("bad-params", "compare needs key, connection, sqls, order, timeoutMs; writes is true or false")


def parse_test(value: Any) -> TestParams:
    match value:
        case {
            "connection": connection,
            "predictionSqls": sqls,
            "goldSqls": gold,
            "testCases": cases,
            "timeoutMs": timeout_ms,
        }:
            owner = value.get("owner")
            return TestParams(
                _connection(connection),
                None if owner is None else _connection(owner),
                _texts("predictionSqls", sqls),
                _texts("goldSqls", gold),
                _texts("testCases", cases),
                _timeout(timeout_ms),
            )
    raise CallError("bad-params", "test needs connection, predictionSqls, goldSqls, testCases, timeoutMs")


def _connection(value: Any) -> Connection:
    match value:
        case {
            "host": str(host),
            "port": int(port),
            "database": str(database),
            "user": str(user),
            "password": str(password),
        } if host and database and user and 0 < port < 65_536:
            options = value.get("options", "")
            if isinstance(options, str):
                return Connection(host, port, database, user, password, options)
    raise CallError("bad-params", "a connection needs host, port, database, user, password; options is a text")


def _texts(name: str, value: Any) -> list[str]:
    if isinstance(value, list) and 0 < len(value) <= MAX_STATEMENTS and all(isinstance(text, str) for text in value):
        return value
    raise CallError("bad-params", f"{name} must be 1 to {MAX_STATEMENTS} texts")


def _timeout(value: Any) -> int:
    if type(value) is int and 0 < value <= MAX_TIMEOUT_MS:
        return value
    raise CallError("bad-params", f"timeoutMs must be 1 to {MAX_TIMEOUT_MS}")
