"""Writes, as JSON, how many arguments each built-in callable takes and what CPython says of other numbers.

One entry a callable: {"list.append": [1, 1, ["list.append() takes exactly one argument (0 given)"], ["... ({n} given)"]]},
that is fewest, most (null: any number), the words for each smaller number, the words for each larger one (the last for all that follow).
"""

import builtins
import importlib
import json
import re
import types

PROBES = 9
# These would read, leave, show or run something.
LEFT_OUT = {"input", "exit", "quit", "help", "breakpoint", "exec", "eval", "compile", "open", "print", "copyright", "credits"}
LEFT_OUT |= {"license", "__import__", "globals", "locals", "vars", "dir", "super", "type", "classmethod", "staticmethod", "property", "object"}
LEFT_OUT |= {"time.sleep", "__build_class__", "aiter", "anext"}
RECEIVERS = ["", b"", bytearray(), [], (), {}, set(), frozenset(), 0, 0.0, 0j, range(0), True]
MODULES = ["math", "time", "operator", "itertools", "functools"]
ARITY = re.compile(r"(takes|expected|missing) .*arg|takes no")


def complaint(call, count):
    """The TypeError about the number of arguments, or None."""
    try:
        call(*([None] * count))
    except TypeError as error:
        text = str(error)
        return text if ARITY.search(text) else None
    except BaseException:
        return None
    return None


def entry(call):
    texts = [complaint(call, count) for count in range(PROBES)]
    fits = [count for count, text in enumerate(texts) if text is None]
    if not fits or all(text is None for text in texts):
        return None
    fewest, most = fits[0], fits[-1]
    if most == PROBES - 1:
        return [fewest, None, texts[:fewest], []]
    many = [re.sub(rf"(given |got |\(){most + 1 + at}\b", r"\g<1>{n}", text) for at, text in enumerate(texts[most + 1 :])]
    while len(many) > 1 and many[-1] == many[-2]:
        many.pop()
    return [fewest, most, texts[:fewest], many]


def of_copy(receiver, name):
    """The method of a new object each time: some change their receiver."""
    copy = receiver if isinstance(receiver, range) else type(receiver)
    return lambda *args: getattr(copy if copy is receiver else copy(receiver), name)(*args)


def main():
    found = {}
    for name, value in vars(builtins).items():
        if name in LEFT_OUT or not callable(value) or name.startswith("_"):
            continue
        if isinstance(value, type) and issubclass(value, BaseException):
            continue
        found[name] = entry(value)
    for receiver in RECEIVERS:
        kind = type(receiver).__name__
        for name in dir(receiver):
            method = getattr(type(receiver), name)
            if name.startswith("__") or not callable(method):
                continue
            found[f"{kind}.{name}"] = entry(of_copy(receiver, name))
    for module_name in MODULES:
        module = importlib.import_module(module_name)
        for name, value in vars(module).items():
            if name.startswith("_") or not isinstance(value, types.BuiltinFunctionType) or f"{module_name}.{name}" in LEFT_OUT:
                continue
            found[f"{module_name}.{name}"] = entry(value)
    print(json.dumps({name: found[name] for name in sorted(found) if found[name] is not None}))


main()
