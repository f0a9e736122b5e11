"""What the host asks of a run, checked."""

import random
from typing import Any, NamedTuple

from channel.faults import CallError

MAX_SEED = 1_000_000


class RunParams(NamedTuple):
    session: str
    task_id: str
    seed: int
    """The trial's own, as tau2 draws it from the job's."""
    max_steps: int
    max_errors: int
    user_model: str
    user_args: dict[str, Any]


def parse_run_params(value: Any) -> RunParams:
    """Raises CallError "bad-params"."""
    match value:
        case {
            "session": str(session),
            "taskId": str(task_id),
            "seed": int(seed),
            "trial": int(trial),
            "maxSteps": int(max_steps),
            "maxErrors": int(max_errors),
            "user": {"model": str(model), "args": dict(args)},
        } if session != "" and session.isascii() and session.isprintable() and model != "" and 0 <= trial < 10_000:
            if max_steps < 1 or max_errors < 1:
                raise CallError("bad-params", "maxSteps and maxErrors must be at least 1")
            return RunParams(session, task_id, trial_seed(seed, trial), max_steps, max_errors, model, args)
    raise CallError("bad-params", "run needs session, taskId, seed, trial, maxSteps, maxErrors, user.model, user.args")


def trial_seed(seed: int, trial: int) -> int:
    """As tau2's runner: the trial-th draw, counted from 0."""
    draws = random.Random(seed)
    return [draws.randint(0, MAX_SEED) for _ in range(trial + 1)][-1]
