# What the tests of asyncio share.
import asyncio
import sys
import unittest
from asyncio import events


async def await_without_task(coro):
    """Awaits the coroutine in a callback of the loop, where no task is current."""
    raised = None

    def step():
        nonlocal raised
        try:
            for _ in coro.__await__():
                pass
        except BaseException as error:
            raised = error

    asyncio.get_running_loop().call_soon(step)
    await asyncio.sleep(0)
    if raised is not None:
        raise raised


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
