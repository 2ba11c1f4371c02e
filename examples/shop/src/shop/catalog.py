from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Article:
    name: str
    price: Decimal

    def times(self, count: int) -> Decimal:
        return self.price * count


ARTICLES = {
    article.name: article
    for article in [
        Article("tea", Decimal("4.20")),
        Article("rice", Decimal("2.35")),
        Article("salt", Decimal("0.99")),
    ]
}


def find(name: str) -> Article:
    try:
        return ARTICLES[name]
    except KeyError:
        raise LookupError(f"no {name} today") from None


def format_price(price: Decimal) -> str:
    return f"{price:,.2f} €"
