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


class TestCase(unittest.TestCase):
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
