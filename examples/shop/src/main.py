# test: virtual
"""Two clerks work through the orders of a day."""

import asyncio
import sys

import plugins.loud
from shop import *
from shop.orders import Clerk, OrderQueue

OPENING_HOURS = 8 * 60 * 60


async def main(clerks: int) -> None:
    queue = OrderQueue()
    async with asyncio.TaskGroup() as group:
        workers = [group.create_task(Clerk(f"clerk-{n}", queue).work()) for n in range(clerks)]
        for number, (name, count) in enumerate(wishes(), 1):
            await asyncio.sleep(OPENING_HOURS / 6)
            await queue.place(number, find(name), count)
        await queue.join()
        for worker in workers:
            worker.cancel()
    print(plugins.loud.headline(f"{queue.taken} orders, {format_price(queue.total)}"))


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else 2))
