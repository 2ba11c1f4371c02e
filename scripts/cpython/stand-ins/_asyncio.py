# The C half of asyncio, which is none here.
