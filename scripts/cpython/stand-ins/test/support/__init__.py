# What CPython's tests ask of `test.support`, as far as it means something here.
import contextlib
import io
import time
import unittest

verbose = False
LOOPBACK_TIMEOUT = 10.0
SHORT_TIMEOUT = 30.0
LONG_TIMEOUT = 300.0
is_emscripten = is_wasi = is_android = is_apple_mobile = False
Py_GIL_DISABLED = False
MS_WINDOWS = False
MISSING_C_DOCSTRINGS = False
PIPE_MAX_SIZE = 4 * 1024 * 1024 + 1
has_subprocess_support = has_fork_support = True


def gc_collect():
    """Nothing to collect: the engine says nothing of objects that are dropped."""


def reap_children():
    pass


def get_c_recursion_limit():
    return 1000


@contextlib.contextmanager
def infinite_recursion(max_depth=None):
    yield


def requires_IEEE_754(test):
    return test


def bigmemtest(size, memuse, dry_run=True):
    return unittest.skip("needs much memory")


def bigaddrspacetest(test):
    return unittest.skip("needs much memory")(test)


_2G = 2**31
MAX_Py_ssize_t = 2**63 - 1
REPO_ROOT = "."


class Error(Exception):
    pass


class TestFailed(Error):
    pass


class BrokenIter:
    """Fails where it is told to: when it is made, asked for an iterator, or asked for an item."""

    def __init__(self, init_raises=False, next_raises=False, iter_raises=False):
        if init_raises:
            1 / 0
        self.next_raises = next_raises
        self.iter_raises = iter_raises

    def __next__(self):
        if self.next_raises:
            1 / 0

    def __iter__(self):
        if self.iter_raises:
            1 / 0
        return self


def check_free_after_iterating(test, iter, cls, args=()):
    raise unittest.SkipTest("about when objects are dropped")


def check_syntax_error(testcase, statement, errtext="", *, lineno=None, offset=None):
    raise unittest.SkipTest("compiles the text of a program")


def is_resource_enabled(resource):
    return False


def captured_stderr():
    return contextlib.redirect_stderr(io.StringIO())


def captured_stdout():
    return contextlib.redirect_stdout(io.StringIO())


def suppress_immortalization(suppress=True):
    return lambda test: test


def force_not_colorized(test):
    return test


def requires_limited_api(test):
    return unittest.skip("about the C API")(test)


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
    return None if module else (lambda test: test)


def requires_subprocess():
    return lambda test: test


def requires_fork():
    return unittest.skip("copies a process")


def requires_docstrings(test):
    return test


def requires_resource(resource):
    return lambda test: test


def requires_mac_ver(*version):
    return lambda test: test


def skip_if_sanitizer(reason=None, **sanitizers):
    return lambda test: test


def skip_if_broken_multiprocessing_synchronize():
    pass


def check_sanitizer(**sanitizers):
    return False


def check_impl_detail(**guards):
    return guards.get("cpython", not guards)


def load_package_tests(folder, loader, standard_tests, pattern):
    return standard_tests


@contextlib.contextmanager
def disable_gc():
    yield


@contextlib.contextmanager
def swap_attr(target, name, value):
    had = hasattr(target, name)
    before = getattr(target, name, None)
    setattr(target, name, value)
    try:
        yield before
    finally:
        if had:
            setattr(target, name, before)
        else:
            delattr(target, name)


class catch_unraisable_exception:
    """What nobody could raise: nothing, as nothing is dropped."""

    unraisable = None

    def __enter__(self):
        return self

    def __exit__(self, *error):
        return None


class _ALWAYS_EQ:
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False


ALWAYS_EQ = _ALWAYS_EQ()


class _NEVER_EQ:
    def __eq__(self, other):
        return False

    def __ne__(self, other):
        return True

    def __hash__(self):
        return 1


NEVER_EQ = _NEVER_EQ()


class _Extreme:
    def __init__(self, is_largest):
        self.is_largest = is_largest

    def __eq__(self, other):
        return self is other

    def __lt__(self, other):
        return not self.is_largest and self is not other

    def __le__(self, other):
        return not self.is_largest or self is other

    def __gt__(self, other):
        return self.is_largest and self is not other

    def __ge__(self, other):
        return self.is_largest or self is other


LARGEST = _Extreme(True)
SMALLEST = _Extreme(False)


def wait_process(pid, *, exitcode, timeout=None):
    raise unittest.SkipTest("waits for a copy of the process")
