# What the tests of asyncio share.
import asyncio
import sys
import unittest
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
        super().__init__(clock=asyncio.VirtualClock())


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
