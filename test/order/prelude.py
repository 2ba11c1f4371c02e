"""What random programs share: the log, things to wait for, and short words for what they do with them."""

import asyncio
import contextvars

LOGS = []
LOG = []
loop = None
tasks = []
first_number = None
futures = []
events = []
locks = []
semaphores = []
conditions = []
barriers = []
queues = []
groups = []
limits = []
handles = []
outers = []
generators = []
level = 0
var = contextvars.ContextVar("var", default=0)


def begin():
    """Everything anew for one program."""
    global LOG, loop, tasks, first_number, futures, events, locks, semaphores, conditions, barriers, queues
    global groups, limits, handles, outers, generators, level
    LOG = []
    LOGS.append(LOG)
    loop = asyncio.new_event_loop()
    loop.set_exception_handler(on_exception)
    tasks = []
    first_number = None
    futures = [loop.create_future() for _ in range(3)]
    events = [asyncio.Event() for _ in range(2)]
    locks = [asyncio.Lock() for _ in range(2)]
    semaphores = [asyncio.Semaphore(2), asyncio.BoundedSemaphore(1)]
    conditions = [asyncio.Condition(), asyncio.Condition()]
    barriers = [asyncio.Barrier(2), asyncio.Barrier(3)]
    queues = [asyncio.Queue(), asyncio.Queue(1), asyncio.LifoQueue(2), asyncio.PriorityQueue()]
    groups = []
    limits = []
    handles = []
    outers = []
    generators = []
    level = 0
    var.set(0)


def finish(result):
    LOG.append(f"result {show(result)}")


def fail(error):
    is_deadlock = type(error).__name__ == "DeadlockError"
    LOG.append("deadlock" if is_deadlock else f"raised {show(error)}")


def recorded_logs():
    return LOGS


def number(task):
    global first_number
    digits = task.get_name().removeprefix("Task-")
    if not digits.isdigit():
        return 0
    if first_number is None:
        first_number = int(digits)
    return int(digits) - first_number


def log(*words):
    try:
        task = asyncio.current_task()
    except RuntimeError:
        task = None
    who = "-" if task is None else f"T{number(task)}"
    LOG.append(f"{loop.time():g} {who} v{var.get()} {' '.join(str(word) for word in words)}")


def show(value):
    if isinstance(value, asyncio.Task):
        return f"Task{number(value)}"
    if isinstance(value, asyncio.Future):
        return f"Future {state(value)}"
    if isinstance(value, BaseExceptionGroup):
        return f"{type(value).__name__}[{', '.join(show(e) for e in value.exceptions)}]"
    if isinstance(value, RuntimeError):
        return type(value).__name__
    if isinstance(value, BaseException):
        return f"{type(value).__name__}({', '.join(show(arg) for arg in value.args)})"
    if isinstance(value, list):
        return f"[{', '.join(show(item) for item in value)}]"
    return str(value)


def state(future):
    if not future.done():
        return "pending"
    if future.cancelled():
        return "cancelled"
    error = future.exception()
    return show(error) if error is not None else f"result {show(future.result())}"


def on_exception(loop, context):
    message = context["message"]
    if "never retrieved" not in message and "destroyed" not in message:
        log("handler", show(context.get("exception")))


def keep(task):
    tasks.append(task)
    return task


def pick(i):
    return tasks[i % len(tasks)] if tasks else None


def later(i):
    own = number(asyncio.current_task())
    found = [task for task in tasks if number(task) > own]
    return found[i % len(found)] if found else None


def on_done(label):
    return lambda future: log("done", label, state(future))


def set_future(i, value):
    if not futures[i].done():
        futures[i].set_result(value)


def fail_future(i, label):
    if not futures[i].done():
        futures[i].set_exception(ValueError(label))


def renew_future(i):
    if futures[i].done():
        futures[i] = loop.create_future()


def cancel_task(i, message):
    task = pick(i)
    if task is not None:
        log("cancel", show(task), task.cancel(message) if message else task.cancel())


def uncancel_task(i):
    task = pick(i)
    if task is not None and not task.done():
        log("uncancel", show(task), task.uncancel())


def watch(i, label):
    task = pick(i)
    if task is not None:
        task.add_done_callback(on_done(label))


def watch_cancelling(i, j):
    task = pick(i)
    if task is not None:
        task.add_done_callback(lambda _: cancel_task(j, "watcher"))


def inspect(i):
    task = pick(i)
    if task is not None:
        log(show(task), state(task), task.cancelling())


def put_now(i, item):
    try:
        queues[i].put_nowait(item)
    except asyncio.QueueFull:
        log("full")
    except asyncio.QueueShutDown:
        log("shut down")


def get_now(i):
    try:
        log("got", queues[i].get_nowait())
    except asyncio.QueueEmpty:
        log("empty")
    except asyncio.QueueShutDown:
        log("shut down")


def end_task(i):
    try:
        queues[i].task_done()
    except ValueError:
        log("too many")


def release(lock):
    try:
        lock.release()
    except (RuntimeError, ValueError) as error:
        log("release", type(error).__name__)


def notify(i, count):
    condition = conditions[i]
    if condition.locked():
        if count > 0:
            condition.notify(count)
        else:
            condition.notify_all()


def raise_level(amount):
    global level
    level += amount


def enter_limit(limit):
    limits.append(limit)


def reschedule(i, delay):
    if limits:
        limit = limits[i % len(limits)]
        try:
            limit.reschedule(loop.time() + delay if delay is not None else None)
            log("limit", limit.when(), limit.expired())
        except RuntimeError:
            log("too late", limit.expired())


def start_in(i, function):
    """A task in a group that another task may have left."""
    if groups:
        coroutine = function()
        try:
            keep(groups[i % len(groups)].create_task(coroutine))
        except RuntimeError as error:
            coroutine.close()
            log("refused", show(error))


def cancel_handle(i):
    if handles:
        handle = handles[i % len(handles)]
        log("handle", handle.cancelled())
        handle.cancel()


def keep_outer(future):
    outers.append(future)
    return future


def outer(i):
    return outers[i % len(outers)] if outers else None


def cancel_outer(i):
    if outers:
        log("cancel outer", outers[i % len(outers)].cancel("outer"))


async def wait_all(picked, timeout, when):
    done, pending = await asyncio.wait(picked, timeout=timeout, return_when=when)
    shown = sorted(number(task) for task in done), sorted(number(task) for task in pending)
    log("waited", str(shown[0]), str(shown[1]))


async def pass_barrier(i):
    async with barriers[i] as position:
        log("passed", position)


async def wait_level(i, least):
    condition = conditions[i]
    async with condition:
        log("level", await condition.wait_for(lambda: level >= least))


def keep_generator(generator):
    generators.append(generator)


async def step(i, how):
    """Drives a generator that is kept in a list: only the loop's shutdown ends it."""
    if not generators:
        return
    generator = generators[i % len(generators)]
    if how == "next":
        log("item", show(await anext(generator, "end")))
    elif how == "send":
        log("item", show(await generator.asend("sent")))
    elif how == "throw":
        log("item", show(await generator.athrow(ValueError("thrown"))))
    else:
        await generator.aclose()
        log("closed")


class Wrapped:
    """Awaits something by hand."""

    def __init__(self, inner):
        self.inner = inner

    def __await__(self):
        log("wrapped")
        try:
            return (yield from self.inner.__await__())
        finally:
            log("unwrapped")


class Turn:
    def __await__(self):
        yield
        return "turn"


async def collect(generator):
    return [item async for item in generator]
