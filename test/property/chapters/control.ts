// Templates of control flow: managers, patterns, groups, generators that are closed and thrown into, order of evaluation;
// and, in coroutines, async generators, async managers and objects with __await__.
import type { Templates } from "../writer.ts";

/** What these programs stand on: a trace of what is evaluated, managers, a class for patterns, an awaitable. */
export const CONTROL_PRELUDE = `import asyncio
from contextlib import asynccontextmanager, contextmanager, ExitStack, suppress


def t(value):
    print('t', value)
    return value


class Manager:
    def __init__(self, name, swallows=False):
        self.name = name
        self.swallows = swallows

    def __enter__(self):
        print('enter', self.name)
        return self.name

    def __exit__(self, kind, value, traceback):
        print('exit', self.name, kind and kind.__name__, repr(value))
        return self.swallows


@contextmanager
def managed(name, kind=()):
    print('begin', name)
    try:
        yield name
    except kind as error:
        print('handled', name, repr(error))
    finally:
        print('end', name)


class Point:
    __match_args__ = ('x', 'y')

    def __init__(self, x, y):
        self.x = x
        self.y = y


class Box:
    def __init__(self):
        self.items = [0, 0, 0, 0]
        self.value = 0

    def __getitem__(self, key):
        print('get', key)
        return self.items[key]

    def __setitem__(self, key, value):
        print('set', key, value)
        self.items[key] = value


box = Box()
kept = []  # generators that go on after GeneratorExit: when they are collected, is CPython's implementation


def pick(value):
    print('pick', value)
    return box


class Soon:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        print('soon', self.value)
        yield
        return self.value


@asynccontextmanager
async def amanaged(name, kind=()):
    print('abegin', name)
    try:
        yield name
    except kind as error:
        await asyncio.sleep(0)
        print('ahandled', name, repr(error))
    finally:
        print('aend', name)


async def later(value):
    await asyncio.sleep(0)
    return value


async def agen(n):
    try:
        for i in range(n):
            got = yield i
            if got:
                print('agot', got)
    except ValueError as error:
        print('athrown', error)
        yield 'thrown'
    finally:
        await asyncio.sleep(0)
        print('agen ends')
`;

export const control: Templates = {
  manager: [
    "Manager(«int»)",
    "Manager(«str», «bool»)",
    "Manager(1, True)",
    "managed(«int»)",
    "managed(«str», «kind»)",
    "suppress(«kind»)",
  ],
  kind: ["ValueError", "KeyError", "LookupError", "(ValueError, TypeError)", "Exception"],
  group: [
    "ExceptionGroup(«str», [«error»])",
    "ExceptionGroup('g', [«error», «error»])",
    "ExceptionGroup('g', [ValueError(1), TypeError('t'), ExceptionGroup('h', [«error», KeyError('k')])])",
    "«error»",
  ],
  point: ["Point(«int», «int»)", "Point(0, «any»)", "Point(«any», «any»)"],
  pattern: [
    "0",
    "1 | 2 | 3",
    "-1",
    "'a' | 'b'",
    "None",
    "True",
    "int()",
    "str()",
    "bool() | float()",
    "[]",
    "[_, _]",
    "(_, *_)",
    "[*_, 0]",
    "{}",
    "{'a': _}",
    "{'a': 1 | 2, 'b': int()}",
    "list()",
    "dict()",
    "tuple()",
    "Point(x=0)",
    "Point(0, _)",
    "Point(int(), y=str())",
    "«pattern» | «pattern»",
    "[«pattern», *_]",
    "[«pattern», «pattern»]",
    "{'a': «pattern»}",
    "Point(«pattern», «pattern»)",
  ],
  subject: ["«any»", "«any»", "«int»", "«point»", "[«int», «any»]", "(«any», «any»)", "«map»"],
  int: ["t(«int»)", "pick(«small»)[t(«small»)]", "box.value"],
  bool: [
    "t(«bool»)",
    "(t(«int») < t(«int») <= t(«int»))",
    "(t(«bool») and t(«bool») or t(«bool»))",
  ],
  any: ["t(«any»)", "(t(«maybe») or t(«any»))", "(t(«int») if t(«bool») else t(«str»))"],
  ints: ["[t(«int»), *t(«!ints»), t(«int»)]"],
  map: ["{t('a'): t(«int»), **t(«!map»), t(«key»): t(«int»)}"],
  statement: [
    "*6 with «manager»:\n    «block»",
    "*3 with «manager» as $c:\n    print($c)\n    «block»",
    "*4 with «manager» as $c, «manager»:\n    «block»",
    "*2 with «manager»:\n    raise «error»",
    "with ExitStack() as $s:\n    $s.enter_context(«manager»)\n    $s.callback(print, 'callback', «int»)\n    $s.enter_context(«manager»)\n    «block»",
    "*3 @loop with «manager»:\n    if «bool»:\n        continue\n    if «bool»:\n        break",
    "*3 @function with «manager»:\n    if «bool»:\n        return «any»\n    «block»",
    "*4 @loop try:\n    «block»\n    if «bool»:\n        continue\n    raise «error»\nexcept «kind» as $e:\n    print('loop', repr($e))\n    if «bool»:\n        break\nelse:\n    print('never')\nfinally:\n    print('finally')\n    «block»",
    "*3 @loop try:\n    «block»\nfinally:\n    if «bool»:\n        break\n    if «bool»:\n        continue",
    "*3 @function try:\n    «block»\n    return t(«any»)\nexcept «kind»:\n    return 'handler'\nfinally:\n    print('finally')\n    if «bool»:\n        return 'finally'",
    "*4 try:\n    «block»\n    raise «error»\nexcept «kind» as $e:\n    print(1, repr($e), repr($e.__context__))\n    «block»\nexcept Exception as $e:\n    print(2, repr($e))\nelse:\n    «block»\nfinally:\n    «block»",
    "*2 try:\n    try:\n        raise «error»\n    finally:\n        «block»\n        raise «error»\nexcept Exception as $e:\n    print(repr($e), repr($e.__context__), repr($e.__cause__), $e.__suppress_context__)",
    "*2 try:\n    try:\n        raise «error»\n    except «kind» as $e:\n        try:\n            raise «error» from $e\n        except Exception as $f:\n            print(repr($f.__cause__), repr($f.__context__))\n            raise\nexcept Exception as $g:\n    print(repr($g), repr($g.__context__), repr($g.__cause__))",
    "*5 try:\n    raise «group»\nexcept* «kind» as $e:\n    print(repr($e), $e.exceptions)\n    «block||!loop !function !generator»\nexcept* TypeError as $e:\n    print('type', repr($e))\nelse:\n    print('else')\nfinally:\n    print('finally')",
    "print([$y := t(«int»), t(«int»), $y])\n=> $y:int",
    "*2 try:\n    try:\n        raise «group»\n    except* «kind» as $e:\n        raise «error»\n    except* RuntimeError:\n        raise\nexcept BaseException as $f:\n    print(repr($f), repr($f.__cause__))",
    "$a = ExceptionGroup('s', [«error», ExceptionGroup('n', [«error», ValueError(2)])])\nprint($a.split(«kind»), $a.subgroup(«kind»))",
    "*3 while «bool»:\n    «block||loop»\n    break\nelse:\n    «block»",
    "*3 for $i in range(«small»):\n    «block|$i:int|loop»\nelse:\n    «block»",
    "*4 match «subject»:\n    case «pattern»:\n        print(1)\n    case «pattern» as $x if «bool»:\n        print(2, $x)\n    case «pattern»:\n        print(3)\n        «block»\n    case $y:\n        print(4)",
    "*4 $x = $y = $r = 'unset'\nmatch «subject»:\n    case [$x, $y, *$r] if «bool»:\n        print('seq')\n    case {'a': $x, **$r} if t(«bool»):\n        print('map')\n    case Point($x, y=$y) if «bool»:\n        print('point')\n    case int($x) | str($x) if «bool»:\n        print('scalar')\n    case ($x, ([$y, *_] | $y)):\n        print('pair')\n    case _:\n        print('other')\nprint($x if not isinstance($x, Point) else 0, $y, $r)",
    "*3 pick(«small»)[t(«small»)] «augmented» t(«int»)",
    "*2 pick(0)[t(«small»)], pick(1).value = t(«int»), t(«int»)",
    "pick(«small»).value «augmented» t(«int»)\nprint(box.value)",
    "*2 $a = [t(«int»), t(«int»)]\n$a[t(«index»)] «augmented» t(«int»)\nprint($a)\n=> $a:ints",
    "$a = (t([1]), 2)\ntry:\n    $a[t(0)] += [t(«int»)]\nfinally:\n    print($a)",
    "print(t(«int»), *t(«!ints»), t(«str»), sep=t(«char»))",
    "print(f'{t(«int»)}{t(«str»):>{t(«small»)}}', t(«!str»)[t(«bound»):t(«bound»)])",
    "print([t($x) for $x in t(«!ints») if t(«bool|$x:int»)])",
    "print(($a := t(«int»)) + $a, [$b := $a for _ in range(2)], $b)\n=> $a:int, $b:int",
    "del pick(0).items[t(«small»)]\nbox.items.append(0)",
    "assert t(«bool»), t(«str»)",
    "*6 def $g($p):\n    «suite|$p:int|generator»\n    yield t($p)\n    return 'end'\n$a = $g(«int»)\nkept.append($a)\ntry:\n    print(next($a))\n    print($a.send(«any»))\n    print($a.throw(«error»))\n    print($a.send(None))\nexcept StopIteration as $e:\n    print('stop', $e.value)\nexcept Exception as $e:\n    print(repr($e), repr($e.__context__))\nfinally:\n    print($a.close())\nprint(list($a))",
    "*4 def $g($p):\n    try:\n        $r = yield from $h($p)\n        print('result', $r)\n    except «kind» as $e:\n        print('outer', repr($e))\n        yield 'outer'\n    finally:\n        print('outer ends')\ndef $h($p):\n    «suite|$p:int|generator»\n    $q = yield $p\n    with «manager»:\n        yield $q\n        «suite|$p:int|generator»\n    return $p\n$a = $g(«int»)\nkept.append($a)\ntry:\n    print(next($a), $a.send(«int»))\n    print($a.throw(«error»))\n    print(next($a, 'over'))\nexcept (Exception, StopIteration) as $e:\n    print(repr($e))\nprint($a.close(), next($a, 'closed'))",
    "*2 def $g():\n    yield from «ints»\n    $x = yield from (t($i) for $i in range(«small»))\n    print('x', $x)\n    return 7\n$a = $g()\nkept.append($a)\nprint(next($a, None), [$x for $x in $a])",
    "*3 @generator with «manager»:\n    yield «any»\n    «block»",
    "*3 @generator try:\n    yield «any»\n    «block»\nexcept «kind» as $e:\n    print('gen', repr($e))\n    yield 'handled'\nelse:\n    yield 'else'\nfinally:\n    print('gen finally')",
    "@generator try:\n    yield «int»\nexcept GeneratorExit:\n    print('exit')\n    return 5",
    "@generator try:\n    yield «int»\nfinally:\n    if «bool»:\n        return 6",
    "*2 @generator try:\n    raise «group»\nexcept* «kind» as $e:\n    $a = yield repr($e)\n    print('star', $a)\nexcept* RuntimeError:\n    yield 'runtime'\n    raise",
    "@generator return «any»",
    "@generator raise «error»",
    "*2 @generator $a = yield (yield «int»)\nprint('got', $a)",
    "*5 @coroutine async with amanaged(«str», «kind»):\n    «block»",
    "*2 @coroutine async with amanaged(«int»), amanaged(«int», «kind») as $c:\n    print($c)\n    raise «error»",
    "*4 @coroutine async for $x in agen(«small»):\n    «block|$x:int|loop»\nelse:\n    print('async else')",
    "*3 @coroutine print([$x async for $x in agen(«small») if t(«bool|$x:int»)], {$x: await later($x) for $x in range(2)})",
    "*2 @coroutine print([[$y async for $y in agen($x)] for $x in range(«small»)])",
    "*4 @coroutine $a = agen(«small»)\ntry:\n    print(await anext($a))\n    print(await $a.asend(«str»))\n    print(await $a.athrow(«error»))\nexcept StopAsyncIteration:\n    print('async stop')\nexcept Exception as $e:\n    print(repr($e))\nawait $a.aclose()\nprint([$x async for $x in $a])",
    "*3 @coroutine print(await Soon(«any»), await later(«any»))",
    "*2 @coroutine $a = await later(«int») + await Soon(«int»)\n=> $a:int",
    "*2 @coroutine print(await asyncio.gather(later(«int»), Soon(«str»), later(«any»)))",
    "*2 @coroutine try:\n    async with asyncio.timeout(5):\n        await later(«int»)\n        raise «error»\nexcept «kind» as $e:\n    print('timed', repr($e))",
    "*2 @coroutine try:\n    async with asyncio.TaskGroup() as $s:\n        $s.create_task(later(«int»))\n        raise «error»\nexcept* «kind» as $e:\n    print(repr($e))",
  ],
  augmented: ["+=", "-=", "*=", "|=", "//="],
};
