"""Runs cases of operations on containers and prints what each gives: the judge of operations.ts."""
import json
import operator
import sys


def decode(value, names):
    if not isinstance(value, dict):
        return value
    (kind, body), = value.items()
    if kind == "name":
        return names[body]
    if kind == "float":
        return float(body)
    if kind == "int":
        return int(body)
    if kind == "options":
        return body
    if kind == "bytes":
        return body.encode("latin-1")
    items = [decode(item, names) for item in body]
    if kind == "dict":
        return dict(items)
    if kind == "slice":
        return slice(*items)
    return {"list": list, "tuple": tuple, "set": set, "frozenset": frozenset, "range": lambda r: range(*r)}[kind](items)


def unpack(iterable, count):
    return eval("(lambda %s: [%s])" % (", ".join(f"a{i}" for i in range(count)), ", ".join(f"a{i}" for i in range(count))))(
        *split(iterable, count))


def split(iterable, count):
    scope = {"x": iterable}
    exec("%s = x" % ("(" + "".join(f"a{i}, " for i in range(count)) + ")"), scope)
    return [scope[f"a{i}"] for i in range(count)]


def unpack_star(iterable, before, after):
    scope = {"x": iterable}
    names = [f"a{i}" for i in range(before)] + ["*m"] + [f"b{i}" for i in range(after)]
    exec("%s, = x" % ", ".join(names), scope)
    return [scope[name.lstrip("*")] for name in names]


FUNCTIONS = {
    "list": list, "tuple": tuple, "set": set, "frozenset": frozenset, "dict": dict, "sorted": sorted, "len": len,
    "sum": sum, "min": min, "max": max, "any": any, "all": all, "enumerate": lambda *a: list(enumerate(*a)),
    "zip": lambda *a: list(zip(*a)), "reversed": lambda x: list(reversed(x)), "unpack": unpack,
    "unpack_star": unpack_star, "contains": operator.contains, "getitem": operator.getitem, "eq": operator.eq,
    "ne": operator.ne, "lt": operator.lt, "le": operator.le, "gt": operator.gt, "ge": operator.ge,
    "or_": operator.or_, "and_": operator.and_, "sub": operator.sub, "xor": operator.xor, "add": operator.add,
    "ior": operator.ior, "iand": operator.iand, "isub": operator.isub, "ixor": operator.ixor, "hash": hash,
    "open": lambda path, mode, options: open(path, mode, **options), "next": next,
    "items": lambda d: list(d.items()), "constant": lambda *a: eval("{%s}" % ", ".join(map(repr, a))),
}


def run(case):
    names = {}
    for target, function, *arguments in case:
        try:
            values = [decode(argument, names) for argument in arguments]
            if function == "setitem":
                result = operator.setitem(*values)
            elif function == "delitem":
                result = operator.delitem(*values)
            elif function == "value":
                result = values[0]
            elif function.startswith("."):
                result = getattr(values[0], function[1:])(*values[1:])
            elif function == "sort":
                result = values[0].sort(reverse=values[1])
            else:
                result = FUNCTIONS[function](*values)
            if target is not None:
                names[target] = result
            text = repr(result)
        except Exception as error:
            text = f"{type(error).__name__}: {error}"
        yield " | ".join([text] + [repr(value) for value in names.values()])


for case in json.load(sys.stdin):
    print(json.dumps(list(run(case))))
