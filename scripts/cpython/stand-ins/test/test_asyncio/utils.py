# What the tests of asyncio share.
import asyncio
import contextlib
import logging
import re
import sys
import unittest
from unittest import mock
from asyncio import events, tasks


async def await_without_task(coro):
    """Awaits the coroutine while no task is current."""
    loop = asyncio.get_running_loop()
    task = tasks._swap_current_task(loop, None)
    try:
        await coro
    finally:
        tasks._swap_current_task(loop, task)


def run_briefly(loop):
    async def once():
        pass

    loop.run_until_complete(loop.create_task(once()))


class TestLoop(asyncio.SelectorEventLoop):
    """A loop whose time jumps to the next deadline; what the test foresees of deadlines is not asked for."""

    def __init__(self, gen=None):
        clock = asyncio.VirtualClock()
        super().__init__(clock=clock)
        self.clock = clock

    def advance_time(self, advance):
        if advance:
            self.clock.advance(advance)


def MockCallback(**kwargs):
    return mock.Mock(spec=["__call__"], **kwargs)


class MockPattern(str):
    """Equal to every text in which the pattern is found."""

    def __eq__(self, other):
        return bool(re.search(str(self), other, re.S))


class MockInstanceOf:
    def __init__(self, type):
        self._type = type

    def __eq__(self, other):
        return isinstance(other, self._type)


@contextlib.contextmanager
def disable_logger():
    log = logging.getLogger("asyncio")
    level = log.level
    try:
        log.setLevel(logging.CRITICAL + 1)
        yield
    finally:
        log.setLevel(level)


class TestCase(unittest.TestCase):
    def new_test_loop(self, gen=None):
        loop = TestLoop(gen)
        self.set_event_loop(loop)
        return loop

    @staticmethod
    def close_loop(loop):
        if not loop.is_closed():
            loop.run_until_complete(loop.shutdown_default_executor())
        loop.close()

    def set_event_loop(self, loop, *, cleanup=True):
        if loop is None:
            raise AssertionError("loop is None")
        events.set_event_loop(None)
        if cleanup:
            self.addCleanup(self.close_loop, loop)

    def tearDown(self):
        events.set_event_loop(None)
        self.assertIsNone(sys.exception())
        self.doCleanups()
