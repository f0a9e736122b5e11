"""The processes that judge: to judge takes most of a conversation's computing, and one interpreter computes one thing at
a time, so that all other conversations would wait for it.

Each judge holds environments that nothing was done in yet, and forks for every conversation: the child does what it
does to copies of them and is gone. Forked before any thread is started, as a fork takes no thread along.
"""

import gc
import os
import pickle
import signal
from collections.abc import Callable, Iterable
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from queue import SimpleQueue
from threading import active_count
from typing import NoReturn

from tau2.data_model.simulation import SimulationRun
from tau2.environment.environment import Environment
from tau2.registry import registry

from .domain import Domain
from .judging import Verdict, judge

MOST = 4
NICENESS = 19
"""Who waits for a turn goes before who waits for a verdict."""
PREPARED = 2
"""tau2 does the conversation's calls in one environment, and the expected ones in another."""
LOST = Verdict("infrastructure", None, {}, "evaluation: the process that judged is gone")


class Judges:
    """Open it while the process has one thread. `inherited`: descriptors that the judges must not hold open; `on_lost`
    is called where a judge is gone, which only violence from outside can bring about."""

    def __init__(self, domain: Domain, inherited: Iterable[int], on_lost: Callable[[], NoReturn]) -> None:
        if active_count() != 1:
            raise RuntimeError("a fork takes no thread along, nor what it has locked")
        # What is there now stays: no collection has to look at it, and the judges share its memory.
        gc.collect()
        gc.freeze()
        ends: list[Connection] = []
        # One processor is left to the conversations.
        for _ in range(max(1, min(MOST, (os.process_cpu_count() or 1) - 1))):
            ours, theirs = Pipe()
            if os.fork() == 0:
                for descriptor in (*inherited, *(end.fileno() for end in (*ends, ours))):
                    os.close(descriptor)
                _serve(domain, theirs)
            theirs.close()
            ends.append(ours)
        self._on_lost = on_lost
        self._free: SimpleQueue[Connection] = SimpleQueue()
        for end in ends:
            self._free.put(end)

    def judge(self, task_id: str, simulation: SimulationRun) -> Verdict:
        """Waits for a judge who is free."""
        request = pickle.dumps((task_id, simulation), pickle.HIGHEST_PROTOCOL)
        judge = self._free.get()
        try:
            judge.send_bytes(request)
            verdict = pickle.loads(judge.recv_bytes())
        except (EOFError, OSError):
            self._on_lost()
        self._free.put(judge)
        return verdict


def _serve(domain: Domain, channel: Connection) -> NoReturn:
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    os.nice(NICENESS)
    _prepare(domain)
    try:
        while True:
            channel.send_bytes(_judged_apart(domain, channel.recv_bytes()))
    except (EOFError, OSError):
        os._exit(0)


def _prepare(domain: Domain) -> None:
    """tau2's evaluators ask its registry for environments: the first ones they get are there already."""
    construct = registry.get_env_constructor(domain.name)
    prepared = [construct() for _ in range(PREPARED)]
    gc.collect()
    gc.freeze()

    def take(solo_mode: bool = False) -> Environment:
        return prepared.pop() if prepared and not solo_mode else construct(solo_mode=solo_mode)

    domain.use_constructor(take)


def _judged_apart(domain: Domain, request: bytes) -> bytes:
    """By a child, whose word counts only if it comes to its end."""
    lost = pickle.dumps(LOST)
    source, target = os.pipe()
    try:
        child = os.fork()
    except OSError:
        os.close(source)
        os.close(target)
        return lost
    if child == 0:
        _judge_and_leave(domain, request, target)
    os.close(target)
    with open(source, "rb") as reader:
        answer = reader.read()
    _, ended = os.waitpid(child, 0)
    return answer if ended == 0 else lost


def _judge_and_leave(domain: Domain, request: bytes, target: int) -> NoReturn:
    status = 1
    try:
        gc.disable()
        task_id, simulation = pickle.loads(request)
        with open(target, "wb") as writer:
            writer.write(pickle.dumps(judge(domain, domain.task(task_id), simulation)))
        status = 0
    finally:
        os._exit(status)
