# Threads left over by tests.


def threading_setup():
    return ()


def threading_cleanup(*original):
    pass


def requires_working_threading(*, module=False):
    return lambda test: test
