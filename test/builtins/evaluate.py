"""Evaluates expressions, one JSON string per line, and prints repr or error of each, as JSON."""

import json
import sys
import warnings

warnings.simplefilter("ignore")


def outcome(source):
    try:
        return repr(eval(source, {"inf": float("inf"), "nan": float("nan")}))
    except Exception as error:
        return f"{type(error).__name__}: {error}"


for line in sys.stdin:
    print(json.dumps(outcome(json.loads(line))))
