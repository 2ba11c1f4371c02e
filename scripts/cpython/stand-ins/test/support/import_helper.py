# Modules that tests ask for by name.
import unittest


def import_module(name, deprecated=False, *, required_on=()):
    raise unittest.SkipTest(f"asks for the module {name} by name")
