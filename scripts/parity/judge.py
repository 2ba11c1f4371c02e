"""CPython's trees: reads paths, answers each with a line of JSON.

A tree comes as length and SHA-256 of what Python 3.13's ast.dump(tree, include_attributes=True) prints, or would
print for an older Python's tree:
- absent values, empty lists, and empty texts in f-strings are left out;
- what is not ASCII is escaped, here and there: which characters can be printed depends on the version of Unicode;
- before 3.12, the places of what stands inside of f-strings are none of the file's: left out, here and there.
"""

import ast
import hashlib
import json
import sys
import warnings

SHOWS_NONE = {"Constant", "MatchSingleton"}
IS_NEWEST = sys.version_info >= (3, 13)
HAS_PLACES = sys.version_info >= (3, 12)


def write(node, places, pieces):
    if isinstance(node, ast.AST):
        name = type(node).__name__
        pieces.append(name + "(")
        separator = ""
        below = places and (HAS_PLACES or name != "JoinedStr")
        for field in node._fields:
            value = getattr(node, field, None)
            if name == "JoinedStr":
                value = [each for each in value if not is_empty_text(each)]
            if value == [] or value is None and (name not in SHOWS_NONE or field == "kind"):
                continue
            pieces.append(separator + field + "=")
            separator = ", "
            write(value, below, pieces)
        if places:
            for field in node._attributes:
                value = getattr(node, field, None)
                if value is not None:
                    pieces.append(separator + field + "=" + repr(value))
                    separator = ", "
        pieces.append(")")
    elif isinstance(node, list):
        separator = "["
        for item in node:
            pieces.append(separator)
            separator = ", "
            write(item, places, pieces)
        pieces.append("]")
    else:
        pieces.append(repr(node))


def is_empty_text(node):
    return isinstance(node, ast.Constant) and node.value == ""


def dump(tree):
    if IS_NEWEST:
        return ast.dump(tree, include_attributes=True).encode("utf-8", "surrogatepass")
    pieces = []
    write(tree, True, pieces)
    return "".join(pieces).encode("ascii", "backslashreplace")


def error_of(error):
    lineno, offset = getattr(error, "lineno", None), getattr(error, "offset", None)
    message = getattr(error, "msg", None) or str(error)
    return [type(error).__name__, message, lineno or 0, offset or 0]


def judge(path):
    with open(path, "rb") as file:
        source = file.read()
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError) as error:
        return {"refused": error_of(error)}
    except (RecursionError, MemoryError):
        return {"too_deep": True}
    try:
        data = dump(tree)
    except RecursionError:
        return {"too_deep": True}
    answer = {"length": len(data), "hash": hashlib.sha256(data).hexdigest()}
    try:
        compile(source, path, "exec", dont_inherit=True)
    except (SyntaxError, ValueError) as error:
        answer["fails"] = error_of(error)
    except (RecursionError, MemoryError):
        pass
    return answer


warnings.simplefilter("ignore")
sys.setrecursionlimit(100000)
version = list(sys.version_info[:2])
print(json.dumps({"version": version, "has_places": HAS_PLACES, "is_ascii": not IS_NEWEST}), flush=True)
for line in sys.stdin:
    print(json.dumps(judge(json.loads(line))), flush=True)
