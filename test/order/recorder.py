"""Runs random programs under CPython's own loop on a clock that jumps, and prints what each logged.

Reads a JSON list of Python modules from standard input, writes for each the list of its programs' logs.

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
import weakref

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


class DeadlockError(RuntimeError):
    pass


class JumpingSelector:
    def __init__(self, loop):
        self.loop = loop

    def select(self, timeout):
        loop = self.loop
        if timeout is None:
            raise DeadlockError()
        if timeout > 0:
            loop.now = float(loop._scheduled[0]._when)
        return []

    def close(self):
        pass


class OrderedWeakSet:
    """weakref.WeakSet in order of insertion."""

    def __init__(self):
        self.references = {}

    def add(self, item):
        self.references[weakref.ref(item)] = None

    def discard(self, item):
        self.references.pop(weakref.ref(item), None)

    def clear(self):
        self.references.clear()

    def __len__(self):
        return sum(1 for _ in self)

    def __iter__(self):
        found = [reference() for reference in self.references]
        return iter([item for item in found if item is not None])


class VirtualLoop(asyncio.base_events.BaseEventLoop):
    """asyncio's loop with the clock above; it keeps its tasks, so that none is collected early."""

    def __init__(self):
        super().__init__()
        self.now = 0.0
        self._clock_resolution = 1e-9
        self._selector = JumpingSelector(self)
        self.kept = []
        self._asyncgens = OrderedWeakSet()

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


class AsCompletedIterator(asyncio.tasks._AsCompletedIterator):
    """Waits for its tasks in the order in which they are given."""

    def __init__(self, aws, timeout):
        loop = asyncio.get_running_loop()
        super().__init__([], None)
        for future in dict.fromkeys(aws):
            self._todo.add(asyncio.ensure_future(future, loop=loop))
        for future in dict.fromkeys(aws):
            future.add_done_callback(self._handle_completion)
        if self._todo and timeout is not None:
            self._timeout_handle = loop.call_later(timeout, self._handle_timeout)
        self._todo_left = len(self._todo)


asyncio.tasks._AsCompletedIterator = AsCompletedIterator


class Policy(asyncio.DefaultEventLoopPolicy):
    def new_event_loop(self):
        loop = VirtualLoop()
        kept.append(loop)
        return loop


def run_module(source):
    names = {"__name__": "__main__"}
    exec(source, names)
    return [list(log) for log in names["recorded_logs"]()]


def main():
    gc.disable()
    asyncio.set_event_loop_policy(Policy())
    logs = [run_module(source) for source in json.load(sys.stdin)]
    json.dump(logs, sys.stdout)
    sys.stdout.flush()
    os._exit(0)


main()
