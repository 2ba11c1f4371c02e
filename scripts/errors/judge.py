# For each line of JSON (a source text, base64) a line with CPython's verdict: the error, the stage
# that raised it, and the warnings of compiling.
import ast
import base64
import ctypes
import io
import json
import sys
import symtable
import tempfile
import tokenize
import warnings

sys.setrecursionlimit(100_000)


def stage_of(source):
    try:
        ast.parse(source)
    except SyntaxError:
        return "grammar" if tokenizes(source) else "tokenizer"
    except Exception:
        return "grammar"
    try:
        symtable.symtable(source, "<text>", "exec")
    except SyntaxError:
        return "symbol table"
    return "compiler"


def tokenizes(source):
    try:
        if isinstance(source, bytes):
            list(tokenize.tokenize(io.BytesIO(source).readline))
        else:
            list(tokenize.generate_tokens(io.StringIO(source).readline))
    except (tokenize.TokenError, SyntaxError):
        return False
    return True


def verdict_of(source):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            compile(source, "<text>", "exec", dont_inherit=True)
            error = None
        except SyntaxError as raised:
            error = raised
        except Exception as raised:
            return {"other": f"{type(raised).__name__}: {raised}"}
    told = [[w.category.__name__, str(w.message), w.lineno] for w in caught]
    if error is None:
        return {"error": None, "warnings": told}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        stage = stage_of(source)
    verdict = {"error": shown(error), "stage": stage, "warnings": told}
    if isinstance(source, bytes):
        verdict["file_error"] = said_of_file(source)
    return verdict


def shown(error):
    message = error.msg.replace(" in file <file>", "")
    place = [error.lineno, error.offset, error.end_lineno, error.end_offset]
    return [type(error).__name__, message, *place]


def said_of_file(data):
    """A file that compile refuses is read as `python FILE` reads it; it does not come to run."""
    with tempfile.NamedTemporaryFile() as file:
        file.write(data)
        file.flush()
        libc = ctypes.CDLL(None)
        libc.fopen.restype = ctypes.c_void_p
        run = ctypes.pythonapi.PyRun_FileExFlags
        run.restype = ctypes.py_object
        run.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int] + [ctypes.py_object] * 2
        run.argtypes += [ctypes.c_int, ctypes.c_void_p]
        names = {"__builtins__": {}}
        try:
            stream = libc.fopen(file.name.encode(), b"rb")
            run(stream, b"<file>", 257, names, names, 1, None)
        except SyntaxError as error:
            return shown(error)
        except BaseException:
            return None
    return None


for line in sys.stdin:
    case = json.loads(line)
    data = base64.b64decode(case["source"])
    source = data.decode("utf-8", "surrogatepass") if case["kind"] == "str" else data
    try:
        print(json.dumps(verdict_of(source)), flush=True)
    except RecursionError:
        print(json.dumps({"other": "RecursionError"}), flush=True)
