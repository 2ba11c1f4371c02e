"""Runs a Python program on a clock that jumps: python virtual_time.py SCRIPT [ARG ...].

Time stands still while code runs. When an event loop has nothing to run and every thread waits, it jumps to the next
deadline: a timer of the loop, the end of a `time.sleep`, or of a wait in a queue or for a thread. While input, output or
a process is awaited, it passes as it really does. It begins at 2000-01-01 00:00:00 UTC. Deadlines that are computed from
"now" (call_later, timeout, sleep) never tie on a real clock: ties between them break by creation; equal explicit call_at
times keep heapq's order.
"""

import heapq
import itertools
import os
import queue
import sys
import threading
import time

START = 946684800
# A thread that neither ends nor sleeps for so long (in real seconds) waits for something that only others can bring.
PATIENCE = 0.25
POLL = 0.0005

really_monotonic = time.monotonic
really_sleep = time.sleep
localtime = time.localtime


class Clock:
    """What the program sees of time, and who sleeps; seconds since it began."""

    def __init__(self):
        self.now = 0.0
        self.numbers = itertools.count()
        self.sleepers = []

    def monotonic(self):
        return self.now

    def wall_time(self):
        return START + self.now

    def monotonic_ns(self):
        return round(self.monotonic() * 1e6) * 1000

    def wall_time_ns(self):
        return round(self.wall_time() * 1e6) * 1000

    def jump(self, when):
        if when > self.now:
            self.now = float(when)

    def sleep(self, seconds):
        if seconds < 0:
            raise ValueError("sleep length must be non-negative")
        lock = really_allocate_lock()
        lock.acquire()
        self.wait(lock, seconds)

    def wait(self, lock, seconds):
        """Waits until somebody releases the lock, which is taken, or the time (None: any) is over: False."""
        sleeper = [0 if seconds is None else self.now + seconds, next(self.numbers), lock]
        if seconds is not None:
            heapq.heappush(self.sleepers, sleeper)
        wait_for(lock)
        is_late = sleeper[2] is None
        if seconds is not None and not is_late:
            self.sleepers.remove(sleeper)
            heapq.heapify(self.sleepers)
        return not is_late

    def wake_first(self):
        """Jumps to the next one who sleeps and wakes it."""
        sleeper = heapq.heappop(self.sleepers)
        self.jump(sleeper[0])
        lock, sleeper[2] = sleeper[2], None
        lock.release()


clock = Clock()
really_allocate_lock = threading.Lock
# Threads that wait, and what must be released before they go on.
waiting = {}


def wait_for(lock):
    me = threading.current_thread()
    if me is threading.main_thread():
        # while it waits here, it is the one that moves the clock
        while not lock.acquire(timeout=POLL):
            if threads_wait(lambda: not lock.locked()) and clock.sleepers:
                clock.wake_first()
        return
    waiting[me] = lock
    lock.acquire()
    del waiting[me]


def threads_wait(is_over):
    """Whether every other thread waits: at once where that is known, else when nothing has happened for a while."""
    end = really_monotonic() + PATIENCE
    while True:
        if all_wait():
            return not is_over()
        if really_monotonic() > end:
            return True
        really_sleep(POLL)
        if is_over():
            return False


def all_wait():
    others = [each for each in threading.enumerate() if each is not threading.main_thread()]
    return all(is_waiting(each) for each in others)


def is_waiting(thread):
    lock = waiting.get(thread)
    if lock is not None:
        return lock.locked()
    return any(thread in each.idle for each in work_queues)


class Joining:
    """Stands for a lock in `waiting`: a thread waits for the end of another."""

    def __init__(self, thread):
        self.locked = thread.is_alive


work_queues = []
really_simple_queue = queue.SimpleQueue


def patch_time():
    class Defaulting:
        """A function of time that takes the present moment where it is given none; no method, as the built-in is none."""

        def __init__(self, function, position, present):
            self.function, self.position, self.present = function, position, present
            self.__name__ = self.__qualname__ = function.__name__

        def __call__(self, *args):
            if len(args) <= self.position or args[self.position] is None:
                args = args[: self.position] + (self.present(),)
            return self.function(*args)

    def present():
        return localtime(clock.wall_time())

    time.monotonic = time.perf_counter = clock.monotonic
    time.monotonic_ns = time.perf_counter_ns = clock.monotonic_ns
    time.time = clock.wall_time
    time.time_ns = clock.wall_time_ns
    time.sleep = clock.sleep
    for name in ("localtime", "gmtime", "ctime"):
        setattr(time, name, Defaulting(getattr(time, name), 0, clock.wall_time))
    time.asctime = Defaulting(time.asctime, 0, present)
    time.strftime = Defaulting(time.strftime, 1, present)


def patch_print():
    """Threads that start together may else mix parts of their lines."""
    import builtins

    really_print = print
    turn = threading.RLock()

    def print_whole(*values, **options):
        with turn:
            really_print(*values, **options)

    print_whole.__name__ = print_whole.__qualname__ = "print"
    builtins.print = print_whole


def patch_datetime():
    """The version of datetime that is written in Python asks the time module."""
    sys.modules["_datetime"] = None
    import datetime  # noqa: F401

    del sys.modules["_datetime"]


def patch_threading():
    """Waits with a time limit, of which threading's are all made, end in virtual time."""
    from concurrent.futures import thread as pools

    wait = threading.Condition.wait
    join = threading.Thread.join

    def wait_virtually(self, timeout=None):
        if timeout is not None and timeout <= 0:
            return wait(self, timeout)
        if not self._is_owned():
            raise RuntimeError("cannot wait on un-acquired lock")
        waiter = really_allocate_lock()
        waiter.acquire()
        self._waiters.append(waiter)
        saved = self._release_save()
        is_in_time = False
        try:
            is_in_time = clock.wait(waiter, timeout)
        finally:
            self._acquire_restore(saved)
            if not is_in_time and waiter in self._waiters:
                self._waiters.remove(waiter)
        return is_in_time

    def join_virtually(self, timeout=None):
        me = threading.current_thread()
        if self._started.is_set() and self is not me:
            if timeout is None:
                end = None
            else:
                end = clock.now + max(timeout, 0)
            wait_for_end(self, me, end)
            if self.is_alive():
                return None
        return join(self)

    def wait_for_end(thread, me, end):
        if me is not threading.main_thread():
            waiting[me] = Joining(thread)
            while thread.is_alive() and (end is None or clock.now < end):
                really_sleep(POLL)
            del waiting[me]
            return
        while thread.is_alive() and (end is None or clock.now < end):
            if not threads_wait(lambda: not thread.is_alive()):
                continue
            if end is not None and not (clock.sleepers and clock.sleepers[0][0] <= end):
                clock.jump(end)
            elif clock.sleepers:
                clock.wake_first()

    threading.Condition.wait = wait_virtually
    threading.Thread.join = join_virtually
    # made of C: the version in Python waits as everything else does
    queue.SimpleQueue = queue._PySimpleQueue
    queue.time = clock.monotonic
    threading._time = clock.monotonic
    pools.queue.SimpleQueue = WorkQueue


class WorkQueue:
    """The queue of an executor, which knows which workers wait for work."""

    def __init__(self):
        self.queue = really_simple_queue()
        self.idle = set()
        self.empty, self.qsize, self.get_nowait = (
            self.queue.empty,
            self.queue.qsize,
            self.queue.get_nowait,
        )
        work_queues.append(self)

    def put(self, item):
        # whoever is going to wake for it works already
        if self.idle:
            self.idle.pop()
        self.queue.put(item)

    def get(self, block=True, timeout=None):
        try:
            return self.queue.get(False)
        except queue.Empty:
            if not block:
                raise
        me = threading.current_thread()
        self.idle.add(me)
        item = self.queue.get()
        self.idle.discard(me)
        return item


class Deadline(float):
    """A time computed from "now"."""

    def __new__(cls, value):
        self = super().__new__(cls, value)
        self.number = next(clock.numbers)
        return self

    def __lt__(self, other):
        if isinstance(other, Deadline) and float(self) == float(other):
            return self.number < other.number
        return float(self) < float(other)


class Deadlock(RuntimeError):
    pass


def jumping(selector, loop):
    """Makes the selector of a loop jump instead of waiting for the clock alone."""
    select = selector.select

    def jump(timeout=None):
        if timeout is not None and timeout <= 0:
            return select(timeout)
        events = select(0)
        if events:
            return events
        if len(selector.get_map()) > 1:  # more than the pipe by which signals and threads wake it
            before, start = clock.now, really_monotonic()
            events = select(timeout)
            passed = really_monotonic() - start
            clock.jump(before + (passed if timeout is None else min(passed, timeout)))
            return events
        deadline = loop._scheduled[0]._when if loop._scheduled else None
        while True:
            events = []

            def is_over():
                events.extend(select(0))
                return bool(events)

            if is_over() or not threads_wait(is_over):
                return events
            sleepers = clock.sleepers
            if sleepers and (deadline is None or sleepers[0][0] <= deadline):
                clock.wake_first()
            elif deadline is not None:
                clock.jump(deadline)
                return events
            elif all_wait():
                raise Deadlock("nothing is left that could wake the loop")

    selector.select = jump


def patch_asyncio():
    import asyncio
    from asyncio import base_events, selector_events

    initialize = selector_events.BaseSelectorEventLoop.__init__

    def initialize_jumping(self, selector=None):
        initialize(self, selector)
        self._clock_resolution = 1e-9
        jumping(self._selector, self)

    def call_later(self, delay, callback, *args, **options):
        if delay is None:
            raise TypeError("delay must not be None")
        timer = self.call_at(Deadline(self.time() + delay), callback, *args, **options)
        if timer._source_traceback:
            del timer._source_traceback[-1]
        return timer

    selector_events.BaseSelectorEventLoop.__init__ = initialize_jumping
    base_events.BaseEventLoop.call_later = call_later
    if hasattr(asyncio, "timeouts"):

        def timeout(delay):
            loop = asyncio.get_running_loop()
            return asyncio.Timeout(Deadline(loop.time() + delay) if delay is not None else None)

        asyncio.timeouts.timeout = asyncio.timeout = timeout


def run(script, args):
    """As `python SCRIPT ARG ...` does: what this file defines is no part of the program, nor of its tracebacks."""
    program = type(sys)("__main__")
    program.__file__ = script
    program.__builtins__ = __builtins__
    sys.modules["__main__"] = program
    sys.argv = [script, *args]
    is_folder = os.path.isdir(script)
    sys.path[0] = script if is_folder else os.path.dirname(os.path.abspath(script))
    path = os.path.join(script, "__main__.py") if is_folder else script
    with open(path, "rb") as file:
        source = file.read()
    try:
        exec(compile(source, path, "exec"), program.__dict__)
    except SystemExit:
        raise
    except BaseException as error:
        error.__traceback__ = error.__traceback__ and error.__traceback__.tb_next
        sys.excepthook(type(error), error, error.__traceback__)
        sys.exit(130 if isinstance(error, KeyboardInterrupt) else 1)


if __name__ == "__main__":
    sys.setswitchinterval(60)  # threads take turns where they wait, as the clock does
    patch_print()
    patch_time()
    patch_datetime()
    patch_threading()
    patch_asyncio()
    run(sys.argv[1], sys.argv[2:])
