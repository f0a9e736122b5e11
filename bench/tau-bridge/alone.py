"""tau2 without us: one process, so many threads, each task composed, played and judged as tau2's single-task runner does
it (tau2.run itself imports what the image has no use for: tables and colours). Nothing of our driver is loaded.

python -c THIS TASKS THREADS LATENCY_MS. Says {"ready": true} when everything is imported and every thread is there;
each line on standard input has it run all tasks once and say {"wallMs": …, "rewards": […]}.
The agent knows what a task expects. The user's model is a server of another process, reached over the loopback as any
provider is: litellm, openai's client, HTTP. So the time that the server computes is not this interpreter's.
"""

import json
import os
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

USER_SERVER = '''
import asyncio, json, sys
LATENCY = float(sys.argv[1]) / 1000

async def serve(reader, writer):
    try:
        while True:
            head = await reader.readuntil(b"\\r\\n\\r\\n")
            length = next(int(line[15:]) for line in head.split(b"\\r\\n") if line.lower().startswith(b"content-length:"))
            request = json.loads(await reader.readexactly(length))
            await asyncio.sleep(LATENCY)
            last = request["messages"][-1]["content"] or ""
            content = "###STOP###" if "Goodbye." in last else "Hello."
            choice = {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": content}}
            usage = {"prompt_tokens": 100, "completion_tokens": 10, "total_tokens": 110}
            answer = {"id": "x", "object": "chat.completion", "created": 0, "model": "scripted-user"}
            body = json.dumps({**answer, "choices": [choice], "usage": usage}).encode()
            head = f"HTTP/1.1 200 OK\\r\\ncontent-type: application/json\\r\\ncontent-length: {len(body)}\\r\\n\\r\\n"
            writer.write(head.encode() + body)
    except (asyncio.IncompleteReadError, ConnectionError):
        writer.close()

async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()

asyncio.run(main())
'''


def main(task_ids, threads, latency_ms):
    channel = os.fdopen(os.dup(1), "w", buffering=1)
    os.dup2(2, 1)
    import subprocess

    server = subprocess.Popen([sys.executable, "-c", USER_SERVER, str(latency_ms)], stdout=subprocess.PIPE, text=True)
    port = int(server.stdout.readline())

    from loguru import logger

    logger.remove()
    from tau2.agent.llm_agent import LLMAgent
    from tau2.data_model.message import AssistantMessage, ToolCall, UserMessage
    from tau2.registry import registry
    from tau2.user.user_simulator import UserSimulator
    from tau2.evaluator.evaluator import EvaluationType, evaluate_simulation
    from tau2.orchestrator.orchestrator import Orchestrator
    from tau2.utils.llm_utils import generate

    current = threading.local()

    class GoldAgent(LLMAgent):
        def get_init_state(self, message_history=None):
            criteria = current.task.evaluation_criteria
            return [list(criteria.actions or []), criteria.communicate_info or []]

        def generate_next_message(self, message, state):
            actions, facts = state
            if actions:
                action = actions.pop(0)
                call = ToolCall(id=f"call-{len(actions)}", name=action.name, arguments=action.arguments)
                return AssistantMessage(role="assistant", content=None, tool_calls=[call], cost=0.0), state
            text = f"{'; '.join(facts)} Goodbye."
            return AssistantMessage(role="assistant", content=text, cost=0.0), state

        def set_seed(self, seed):
            pass

    new_environment = registry.get_env_constructor("retail")
    tasks = {task.id: task for task in registry.get_tasks_loader("retail")("base")}
    user_args = {
        "temperature": 0.0,
        "api_base": f"http://127.0.0.1:{port}/v1",
        "api_key": "none",
        "num_retries": 0,
        "max_retries": 0,
    }

    def play(task_id):
        task = current.task = tasks[task_id]
        environment = new_environment()
        agent = GoldAgent(environment.get_tools(), environment.get_policy(), llm="none")
        try:
            user_tools = environment.get_user_tools()
        except ValueError:
            user_tools = None
        orchestrator = Orchestrator(
            domain="retail",
            agent=agent,
            user=UserSimulator(
                tools=user_tools,
                instructions=str(task.user_scenario),
                llm="openai/scripted-user",
                llm_args=user_args,
            ),
            environment=environment,
            task=task,
            max_steps=200,
            max_errors=10,
            seed=626729,
        )
        simulation = orchestrator.run()
        return evaluate_simulation(
            domain="retail",
            task=task,
            simulation=simulation,
            evaluation_type=EvaluationType.ALL,
            solo_mode=False,
        ).reward

    # litellm imports much at its first call; the second one is what a call costs.
    generate("openai/scripted-user", [UserMessage(role="user", content="ready?")], **user_args)
    pool = ThreadPoolExecutor(threads)
    there = threading.Barrier(threads)
    list(pool.map(lambda _: there.wait(), range(threads)))
    print(json.dumps({"ready": True}), file=channel)
    for _ in sys.stdin:
        begun = time.perf_counter()
        rewards = list(pool.map(play, task_ids))
        wall_ms = (time.perf_counter() - begun) * 1000
        print(json.dumps({"wallMs": wall_ms, "cpuMs": time.process_time() * 1000, "rewards": rewards}), file=channel)
    server.kill()


main(sys.argv[1].split(","), int(sys.argv[2]), float(sys.argv[3]))
