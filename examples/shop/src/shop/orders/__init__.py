from .clerk import Clerk
from .queue import OrderQueue
