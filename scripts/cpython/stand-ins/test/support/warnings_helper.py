# Warnings that tests expect.
import contextlib
import re
import warnings


@contextlib.contextmanager
def check_warnings(*filters, quiet=False):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        yield caught
    for pattern, category in filters:
        found = [each for each in caught if re.match(pattern, str(each.message)) and issubclass(each.category, category)]
        if not found and not quiet:
            raise AssertionError(f"no warning {pattern!r}")


@contextlib.contextmanager
def check_no_warnings(testcase, message="", category=Warning, force_gc=False):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        yield
    testcase.assertEqual([each for each in caught if issubclass(each.category, category)], [])


def check_syntax_warning(*args, **keywords):
    raise AssertionError("compiles the text of a program")
