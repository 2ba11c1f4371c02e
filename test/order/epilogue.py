
loop.set_exception_handler(on_exception)
try:
    result = asyncio.run(main(), loop_factory=lambda: loop)
    LOG.append(f"result {show(result)}")
except BaseException as error:
    is_deadlock = type(error).__name__ == "DeadlockError"
    LOG.append("deadlock" if is_deadlock else f"raised {show(error)}")


def recorded_lines():
    return LOG
