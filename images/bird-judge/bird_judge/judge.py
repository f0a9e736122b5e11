"""What the judge offers: gold, compare, test."""

from typing import Any

from channel.faults import CallError
from channel.peer import Answer, Method
from channel.stop import Stop

from .gold_cache import GoldCache
from .params import TestParams, parse_compare, parse_gold, parse_test
from .workers import Workers

GRACE_MS = 5000
"""Beyond what the statements may take, for what is around them."""
TOO_LARGE = "result-too-large"
LOST = "worker-lost"


class Judge:
    def __init__(self, workers: Workers, gold: GoldCache) -> None:
        self._workers = workers
        self._gold = gold

    @property
    def methods(self) -> dict[str, Method]:
        return {"gold": self.gold, "compare": self.compare, "test": self.test}

    def gold(self, params: Any, stop: Stop) -> Answer:
        """{ok, error, rows}. The rows stay here; a failure leaves none under the key."""
        asked = parse_gold(params)
        task = _task("gold", asked.connection, asked.sqls, asked.timeout_ms, runs=1)
        self._gold.forget(asked.key)
        head, rows = self._workers.run(task, stop)
        if "ok" not in head:
            error = {"timeout": "timeout", TOO_LARGE: "the result is too large"}[_why(head)]
            return Answer({"ok": False, "error": error, "rows": 0})
        if head["ok"]:
            self._gold.put(asked.key, rows)
        return Answer(head)

    def compare(self, params: Any, stop: Stop) -> Answer:
        """{passed, why, error}."""
        asked = parse_compare(params)
        gold = self._gold.get(asked.key)
        if gold is None:
            return Answer({"passed": False, "why": "gold-missing", "error": None})
        task = _task("compare", asked.connection, asked.sqls, asked.timeout_ms, runs=2)
        head, _ = self._workers.run({**task, "order": asked.order, "writes": asked.writes}, stop, gold)
        why = _why(head)
        return Answer({"passed": why == "equal", "why": why, "error": head.get("error")})

    def test(self, params: Any, stop: Stop) -> Answer:
        """{passed, failedCase, why, error}. The first case that fails is the last that runs."""
        asked = parse_test(params)
        rows = b""
        if asked.owner is not None:
            task = _task("predict", asked.owner, asked.sqls, asked.timeout_ms, runs=1)
            head, rows = self._workers.run(task, stop)
            why = _why(head)
            if why != "ran":
                return Answer({"passed": False, "failedCase": None, "why": why, "error": head.get("error")})
        for number, source in enumerate(asked.cases):
            why, error = self._run_case(asked, source, rows, stop)
            if why != "passed":
                return Answer({"passed": False, "failedCase": number, "why": why, "error": error})
        return Answer({"passed": True, "failedCase": None, "why": "passed", "error": None})

    def _run_case(self, asked: TestParams, source: str, rows: bytes, stop: Stop) -> tuple[str, str | None]:
        try:
            return _end_of_case(self._workers.run(_case_task(asked, source), stop, rows)[0])
        except CallError as error:
            # An owner can lock others out of a database, which must not make a failure into a fault of ours.
            if error.code == "refused" and asked.owner is not None:
                return "error", error.message
            raise


def _task(kind: str, connection: Any, sqls: list[str], timeout_ms: int, runs: int) -> dict[str, Any]:
    limit_ms = runs * len(sqls) * timeout_ms + GRACE_MS
    return {"kind": kind, "connection": connection, "sqls": sqls, "timeoutMs": timeout_ms, "limitMs": limit_ms}


def _case_task(asked: TestParams, source: str) -> dict[str, Any]:
    texts = {"source": source, "sqls": asked.sqls, "gold": asked.gold}
    return {"kind": "case", "connection": asked.connection, "limitMs": asked.timeout_ms, **texts}


def _why(head: dict[str, Any]) -> str:
    """Of a worker that ran statements only. Raises CallError "worker-lost"."""
    match head:
        case {"why": str(why)}:
            return why
        case {"ended": "deadline" | "signal 24"}:
            return "timeout"
        case {"ended": "signal 9"}:
            # Not by its guard: the container's memory was over, and it is the first to go.
            return TOO_LARGE
    raise CallError(LOST, f"a worker ended without an answer: {head.get('ended')}")


def _end_of_case(head: dict[str, Any]) -> tuple[str, str | None]:
    """The case is somebody's program: whatever becomes of its process is its own doing."""
    match head:
        case {"ended": "deadline" | "signal 24"}:
            return "timeout", None
        case {"ended": str(how)}:
            return "error", f"the process ended before test_case did: {how}"
        case {"why": "result-too-large"}:
            return "error", "out of memory"
    return head["why"], head["error"]
