# There is no pickle: tests of it are skipped where they come to it.
import unittest

HIGHEST_PROTOCOL = 5


class PicklingError(Exception):
    pass


def dumps(value, protocol=None):
    raise unittest.SkipTest("pickles")


def loads(data):
    raise unittest.SkipTest("pickles")
