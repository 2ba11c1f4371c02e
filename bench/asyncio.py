"""asyncio's basic operations under CPython: prints nanoseconds per operation as JSON, the best of some rounds."""

import asyncio
import gc
import json
import sys
import time
import tracemalloc

ROUNDS = 2


async def ping(count):
    for _ in range(count):
        await asyncio.sleep(0)


async def sleep_zero(count):
    await asyncio.gather(ping(count // 2), ping(count // 2))


async def nothing():
    pass


async def spawn_and_await(count):
    for _ in range(count):
        await asyncio.create_task(nothing())


async def plain_await(count):
    for _ in range(count):
        await nothing()


async def future_ping_pong(count):
    loop = asyncio.get_running_loop()
    ball = [loop.create_future(), loop.create_future()]

    async def play(me, other):
        for _ in range(count // 2):
            await ball[me]
            ball[me] = loop.create_future()
            ball[other].set_result(None)

    ball[0].set_result(None)
    await asyncio.gather(play(0, 1), play(1, 0))


async def many_tasks(count):
    async def work():
        await asyncio.sleep(0)

    for _ in range(count // 10_000):
        tasks = [asyncio.create_task(work()) for _ in range(10_000)]
        for task in tasks:
            await task


async def gather_many(count):
    await asyncio.gather(*[nothing() for _ in range(count)])


async def sleep_many(count):
    await asyncio.gather(*[asyncio.sleep(0.001 * (i % 10)) for i in range(count)])


async def queue_items(count):
    queue = asyncio.Queue(10)

    async def produce():
        for i in range(count):
            await queue.put(i)

    async def consume():
        for _ in range(count // 10):
            await queue.get()
            queue.task_done()

    await asyncio.gather(produce(), *[consume() for _ in range(10)])


async def deep_chains(count):
    async def descend(depth):
        if depth == 0:
            await asyncio.sleep(0)
            return 0
        return await descend(depth - 1) + 1

    for _ in range(count // 100):
        await descend(100)


async def cancellation_storm(count):
    async def wait():
        await asyncio.sleep(3600)

    for _ in range(count // 10_000):
        tasks = [asyncio.create_task(wait()) for _ in range(10_000)]
        await asyncio.sleep(0)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def group_churn(count):
    for _ in range(count // 10):
        async with asyncio.TaskGroup() as group:
            for _ in range(10):
                group.create_task(nothing())


async def bytes_per_task(make_wait, count=20_000):
    wait = make_wait()
    tracemalloc.start()
    before, _ = tracemalloc.get_traced_memory()
    tasks = [asyncio.create_task(wait()) for _ in range(count)]
    await asyncio.sleep(0)
    gc.collect()
    after, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return (after - before) / count


def loop_future():
    future = asyncio.get_running_loop().create_future()

    async def wait():
        await future

    return wait


def event_wait():
    event = asyncio.Event()

    async def wait():
        await event.wait()

    return wait


def sleeping():
    async def wait():
        await asyncio.sleep(3600)

    return wait


async def lock_contention(count):
    lock = asyncio.Lock()

    async def work():
        for _ in range(count // 10):
            async with lock:
                await asyncio.sleep(0)

    await asyncio.gather(*[work() for _ in range(10)])


BENCHMARKS = {
    "sleep(0) between two tasks": (sleep_zero, 400_000),
    "create_task + await": (spawn_and_await, 200_000),
    "await that does not suspend": (plain_await, 2_000_000),
    "future ping-pong": (future_ping_pong, 300_000),
    "10,000 tasks": (many_tasks, 50_000),
    "gather of 100,000": (gather_many, 100_000),
    "100,000 sleeps": (sleep_many, 100_000),
    "queue, 10 consumers": (queue_items, 200_000),
    "lock under contention": (lock_contention, 100_000),
    "await chains 100 deep": (deep_chains, 1_000_000),
    "cancellation of 10,000": (cancellation_storm, 30_000),
    "TaskGroups of 10": (group_churn, 100_000),
}


def main():
    results = {}
    for name, (benchmark, count) in BENCHMARKS.items():
        best = float("inf")
        for _ in range(ROUNDS):
            start = time.process_time_ns()
            asyncio.run(benchmark(count))
            best = min(best, (time.process_time_ns() - start) / count)
        results[name] = best
    results["bytes per task at a future"] = asyncio.run(bytes_per_task(loop_future))
    results["bytes per task at an event"] = asyncio.run(bytes_per_task(event_wait))
    results["bytes per task in sleep"] = asyncio.run(bytes_per_task(sleeping))
    json.dump(results, sys.stdout)


main()
