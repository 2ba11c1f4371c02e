"""What the shop sells, and what people want."""

from .catalog import Article, find, format_price
from .wishes import wishes

__all__ = ["Article", "find", "format_price", "wishes"]
