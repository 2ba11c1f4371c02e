from __future__ import annotations

import asyncio
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from .. import audit

if TYPE_CHECKING:
    from ..catalog import Article


class Order(NamedTuple):
    number: int
    article: Article
    count: int


class OrderQueue:
    def __init__(self) -> None:
        self.waiting: asyncio.Queue[Order] = asyncio.Queue(maxsize=2)
        self.taken = 0
        self.total = Decimal(0)

    async def place(self, number: int, article: Article, count: int) -> None:
        await self.waiting.put(Order(number, article, count))
        audit.note(f"order {number} placed")

    async def take(self) -> Order:
        order = await self.waiting.get()
        self.taken += 1
        self.total += order.article.times(order.count)
        return order

    async def join(self) -> None:
        await self.waiting.join()
