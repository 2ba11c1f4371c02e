# For each line of JSON (a source text, base64) a line with CPython's verdict: the error, the stage
# that raised it, and the warnings of compiling.
import ast
import base64
import io
import json
import sys
import symtable
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
    place = [error.lineno, error.offset, error.end_lineno, error.end_offset]
    return {"error": [type(error).__name__, error.msg, *place], "stage": stage, "warnings": told}


for line in sys.stdin:
    case = json.loads(line)
    data = base64.b64decode(case["source"])
    source = data.decode("utf-8", "surrogatepass") if case["kind"] == "str" else data
    try:
        print(json.dumps(verdict_of(source)), flush=True)
    except RecursionError:
        print(json.dumps({"other": "RecursionError"}), flush=True)
