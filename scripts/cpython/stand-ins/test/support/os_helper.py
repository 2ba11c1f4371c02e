# Files and paths as CPython's tests use them.
import os

TESTFN = f"@test_{os.getpid()}_tmp"


class FakePath:
    """An object that is a path by `__fspath__` alone."""

    def __init__(self, path):
        self.path = path

    def __fspath__(self):
        return self.path


def unlink(filename):
    try:
        os.unlink(filename)
    except FileNotFoundError:
        pass
