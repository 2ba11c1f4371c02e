# Runs CPython's own test modules and prints, as JSON lines, every source text that they hand to
# compile, exec, eval or ast.parse, with the module that did so first. Nothing of it is kept.
# usage: collect.py MODULE...   (`tokenizedata` names the folder of that name)
import base64
import builtins
import contextlib
import importlib
import io
import json
import os
import sys
import tempfile
import unittest
import warnings

longest = 200_000
seen = set()
output = os.fdopen(os.dup(1), "w")
current = ""


def note(source, mode):
    if isinstance(source, str):
        data, kind = source.encode("utf-8", "surrogatepass"), "str"
    elif isinstance(source, (bytes, bytearray, memoryview)):
        data, kind = bytes(source), "bytes"
    else:
        return
    if len(data) > longest or (kind, data) in seen:
        return
    seen.add((kind, data))
    line = {"module": current, "kind": kind, "mode": mode, "source": base64.b64encode(data).decode()}
    print(json.dumps(line), file=output, flush=True)


def recording(function, default_mode, needs_frame):
    def call(source, *args, **keywords):
        mode = default_mode or (args[1] if len(args) > 1 else keywords.get("mode", "exec"))
        note(source, mode)
        if needs_frame and not args and not keywords:
            frame = sys._getframe(1)
            return function(source, frame.f_globals, frame.f_locals)
        return function(source, *args, **keywords)

    return call


def files_of(folder):
    for name in sorted(os.listdir(folder)):
        if name.endswith((".py", ".txt")):
            with open(os.path.join(folder, name), "rb") as file:
                note(file.read(), "exec")


def main(modules):
    global current
    import test

    os.chdir(tempfile.mkdtemp())
    warnings.simplefilter("ignore")
    sys.stdout = io.StringIO()
    builtins.compile = recording(builtins.compile, None, False)
    builtins.exec = recording(builtins.exec, "exec", True)
    builtins.eval = recording(builtins.eval, "eval", True)
    for current in modules:
        if current == "tokenizedata":
            files_of(os.path.join(os.path.dirname(test.__file__), current))
            continue
        try:
            module = importlib.import_module("test." + current)
            suite = unittest.defaultTestLoader.loadTestsFromModule(module)
            with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
                unittest.TextTestRunner(stream=io.StringIO(), verbosity=0).run(suite)
        except BaseException as error:
            print(f"{current}: {type(error).__name__}: {error}", file=sys.stderr)


main(sys.argv[1:])
