import asyncio

from . import queue

SECONDS_PER_PIECE = 1200


class Clerk:
    def __init__(self, name: str, orders: "queue.OrderQueue") -> None:
        self.name = name
        self.orders = orders

    async def work(self) -> None:
        from shop import format_price

        loop = asyncio.get_running_loop()
        begin = loop.time()
        while True:
            order = await self.orders.take()
            await asyncio.sleep(order.count * SECONDS_PER_PIECE)
            minutes = (loop.time() - begin) / 60
            price = format_price(order.article.times(order.count))
            print(f"{minutes:6.1f} min  {self.name} packs {order.count:2} × {order.article.name:5} {price:>8}")
            self.orders.waiting.task_done()
