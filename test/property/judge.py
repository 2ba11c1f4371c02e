"""Runs Python programs one after another and tells what each prints: JSON texts in, a line of JSON each out.

A line is the list of printed lines (an uncaught exception is the last one), or a text that says why there are none:
the program takes or prints too much, or is no Python.
"""

import ast
import gc
import io
import json
import re
import signal
import sys
import warnings

warnings.simplefilter("ignore")
SECONDS = 0.25
LARGEST_OUTPUT = 100_000
# Who can tell two functions apart by an address does not ask for the name before it.
NAMED = r"<(function|generator object|async_generator object|coroutine object) .*? at 0x…>"


class TooLong(BaseException):
    pass


late = False


def too_long(*_):
    global late
    late = True
    raise TooLong


signal.signal(signal.SIGVTALRM, too_long)


def printed(source):
    try:
        code = compile(source, "program.py", "exec")
    except (SyntaxError, UnicodeError) as error:
        return f"no Python: {error}"
    if has_cut_text(source):
        return "a defect of CPython 3.13.0"
    output = io.StringIO()
    stdout = sys.stdout
    # Kept until its lines are told: when what is left suspended is collected, is CPython's implementation.
    namespace = {"__name__": "__main__", "__doc__": None}
    sys.stdout = output
    global late
    late = False
    try:
        signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
        try:
            exec(code, namespace)
        except TooLong:
            return "too long"
        except SystemExit as error:
            print(f"exit {error.code}")
        except BaseException as error:
            print(f"uncaught {type(error).__name__}: {error}")
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    except TooLong:
        return "too long"
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        sys.stdout = stdout
    # The program may have raised something else in its place.
    if late:
        return "too long"
    text = output.getvalue()
    # How much memory there is, is the machine's matter; and the error is one that CPython has made beforehand.
    if "MemoryError" in text:
        return "no memory"
    if len(text) > LARGEST_OUTPUT:
        return "too long"
    return re.sub(NAMED, r"<\1 at 0x…>", re.sub(r"0x[0-9a-f]{8,}", "0x…", text)).split("\n")


def has_cut_text(source):
    """3.13.0, and no version before or behind it, cuts the text of `{(lambda x=1: x)() = }` at the colon."""
    return sys.version_info[:3] == (3, 13, 0) and any(
        re.search("=.*:", ast.get_source_segment(source, node.value) or "", re.DOTALL)
        and re.search(r"=\s*[}!:]", ast.get_source_segment(source, node) or "")
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FormattedValue)
    )


def collect():
    """What a program leaves behind ends now: it must not print among the lines of the next one."""
    stdout, sys.stdout = sys.stdout, io.StringIO()
    try:
        gc.collect()
    finally:
        sys.stdout = stdout


for line in sys.stdin:
    print(json.dumps(printed(json.loads(line))), flush=True)
    collect()
