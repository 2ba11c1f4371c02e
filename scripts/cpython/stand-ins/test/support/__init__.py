# What CPython's tests ask of `test.support`, as far as it means something here.
import time
import unittest

verbose = False
SHORT_TIMEOUT = 30.0
LONG_TIMEOUT = 300.0
is_emscripten = is_wasi = is_android = is_apple_mobile = False
Py_GIL_DISABLED = False


def gc_collect():
    """Nothing to collect: the engine says nothing of objects that are dropped."""


def reap_children():
    pass


def refcount_test(test):
    return unittest.skip("about reference counts")(test)


def cpython_only(test):
    return unittest.skip("about CPython's implementation")(test)


def busy_retry(timeout, err_msg=None, /, *, error=True):
    start = time.monotonic()
    while time.monotonic() - start < timeout:
        yield
    if error:
        raise AssertionError(err_msg or f"timeout ({timeout:.1f} seconds)")

def requires_working_socket(*, module=False):
    pass
