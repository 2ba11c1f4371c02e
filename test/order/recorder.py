"""Runs random programs under CPython's own loop on a clock that jumps, and prints what each logged.

Reads a JSON list of Python sources from standard input, writes a JSON list of lists of lines.

The clock: time stands still while code runs. When nothing is ready it jumps to the next deadline. Deadlines that are
computed from "now" (call_later, timeout) never tie on a real clock: here ties between them break by creation.
Equal explicit call_at times keep heapq's order.
"""

import asyncio
import gc
import itertools
import json
import os
import sys

_numbers = itertools.count()


class Deadline(float):
    """A time computed from "now"."""

    def __new__(cls, value):
        self = super().__new__(cls, value)
        self.number = next(_numbers)
        return self

    def __lt__(self, other):
        if isinstance(other, Deadline) and float(self) == float(other):
            return self.number < other.number
        return float(self) < float(other)


class Deadlock(RuntimeError):
    pass


class JumpingSelector:
    def __init__(self, loop):
        self.loop = loop

    def select(self, timeout):
        loop = self.loop
        if timeout is None:
            raise Deadlock()
        if timeout > 0:
            loop.now = float(loop._scheduled[0]._when)
        return []

    def close(self):
        pass


class VirtualLoop(asyncio.base_events.BaseEventLoop):
    """asyncio's loop with the clock above; it keeps its tasks, so that none is collected early."""

    def __init__(self):
        super().__init__()
        self.now = 0.0
        self._clock_resolution = 1e-9
        self._selector = JumpingSelector(self)
        self.kept = []

    def time(self):
        return self.now

    def call_later(self, delay, callback, *args, context=None):
        return self.call_at(Deadline(self.now + delay), callback, *args, context=context)

    def create_task(self, coro, **options):
        task = super().create_task(coro, **options)
        self.kept.append(task)
        return task

    def _process_events(self, events):
        pass

    def _write_to_self(self):
        pass


def timeout(delay):
    loop = asyncio.get_running_loop()
    return asyncio.Timeout(Deadline(loop.time() + delay) if delay is not None else None)


asyncio.timeouts.timeout = timeout
asyncio.timeout = timeout

kept = []


class OrderedSet(dict):
    """A set in order of insertion, which is ours where CPython's order is arbitrary."""

    def add(self, item):
        self[item] = None

    def discard(self, item):
        self.pop(item, None)


def all_tasks(loop=None):
    loop = loop or asyncio.get_running_loop()
    return [task for task in loop.kept if not task.done()]


class TaskGroup(asyncio.TaskGroup):
    def __init__(self):
        super().__init__()
        self._tasks = OrderedSet()


asyncio.tasks.all_tasks = asyncio.all_tasks = all_tasks
asyncio.TaskGroup = TaskGroup


def run_program(source, prelude):
    loop = VirtualLoop()
    kept.append(loop)
    names = {"asyncio": asyncio, "loop": loop}
    exec(prelude, names)
    exec(source, names)
    log = names["LOG"]
    loop.set_exception_handler(names["on_exception"])
    try:
        with asyncio.Runner(loop_factory=lambda: loop) as runner:
            result = runner.run(names["main"]())
        log.append(f"result {names['show'](result)}")
    except BaseException as error:
        log.append("deadlock" if isinstance(error, Deadlock) else f"raised {names['show'](error)}")
    return list(log)


def main():
    gc.disable()
    with open(os.path.join(os.path.dirname(__file__), "prelude.py")) as file:
        prelude = compile(file.read(), "prelude.py", "exec")
    sources = json.load(sys.stdin)
    logs = [run_program(source, prelude) for source in sources]
    json.dump(logs, sys.stdout)
    sys.stdout.flush()
    os._exit(0)


main()
