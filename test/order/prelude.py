"""What random programs share: the log, things to wait for, and short words for what they do with them."""

import asyncio

LOG = []
loop = asyncio.new_event_loop()
tasks = []
first_number = None
futures = [loop.create_future() for _ in range(3)]
events = [asyncio.Event() for _ in range(2)]
locks = [asyncio.Lock() for _ in range(2)]
semaphores = [asyncio.Semaphore(2), asyncio.BoundedSemaphore(1)]
conditions = [asyncio.Condition()]
barriers = [asyncio.Barrier(2)]
queues = [asyncio.Queue(), asyncio.Queue(1), asyncio.LifoQueue(2), asyncio.PriorityQueue()]


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
    LOG.append(f"{loop.time():g} {who} {' '.join(str(word) for word in words)}")


def show(value):
    if isinstance(value, asyncio.Task):
        return f"Task{number(value)}"
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


def watch(i, label):
    task = pick(i)
    if task is not None:
        task.add_done_callback(on_done(label))


def inspect(i):
    task = pick(i)
    if task is not None:
        log(show(task), state(task), task.cancelling())


def put_now(i, item):
    try:
        queues[i].put_nowait(item)
    except asyncio.QueueFull:
        log("full")


def get_now(i):
    try:
        log("got", queues[i].get_nowait())
    except asyncio.QueueEmpty:
        log("empty")


def release(lock):
    try:
        lock.release()
    except (RuntimeError, ValueError) as error:
        log("release", type(error).__name__)


def notify(count):
    if conditions[0].locked():
        conditions[0].notify(count)


async def wait_all(picked, timeout, when):
    done, pending = await asyncio.wait(picked, timeout=timeout, return_when=when)
    shown = sorted(number(task) for task in done), sorted(number(task) for task in pending)
    log("waited", str(shown[0]), str(shown[1]))
