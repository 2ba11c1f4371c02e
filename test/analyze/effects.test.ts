// Effects: what calling a function does to control.
import { expect, test } from "vitest";
import { analysed, function_named, nodes, type Analysed } from "./support.ts";

function effect(analysis: Analysed, name: string): string {
  return analysis.facts.effects.of_function(function_named(analysis, name));
}

function call_effect(analysis: Analysed, text: string): string {
  const [node] = nodes(analysis, "Call", text);
  if (node === undefined) throw new Error(`no call ${text}`);
  return analysis.facts.effects.of_call(node);
}

test("who reaches a blocking function blocks", () => {
  const analysis = analysed(`import asyncio
async def main():
    return 1
def inner():
    return asyncio.run(main())
def outer():
    return inner()
def other():
    return 2
outer()
other()
`);
  expect(effect(analysis, "main")).toBe("coroutine");
  expect(effect(analysis, "inner")).toBe("blocking");
  expect(effect(analysis, "outer")).toBe("blocking");
  expect(effect(analysis, "other")).toBe("plain");
  expect(call_effect(analysis, "outer()")).toBe("blocking");
  expect(call_effect(analysis, "main()")).toBe("coroutine");
  expect(analysis.facts.effects.module_blocks).toBe(true);
});

test("methods, through a base class and through unknown objects", () => {
  const analysis = analysed(`import asyncio, nowhere
class Base:
    def go(self):
        return self.step()
    def step(self):
        return 1
class Runs(Base):
    def step(self):
        return asyncio.run(nowhere.main())
def f(loop):
    loop.run_until_complete(nowhere.x)
Runs().go()
f(nowhere.loop)
`);
  expect(effect(analysis, "go")).toBe("blocking");
  expect(effect(analysis, "f")).toBe("blocking");
});

test("time.sleep gives way in threaded programs only", () => {
  const plain = analysed("import time\ndef f():\n    time.sleep(1)\nf()\n");
  expect(effect(plain, "f")).toBe("plain");
  const threaded = analysed(
    "import time, threading\ndef f():\n    time.sleep(1)\nthreading.Thread(target=f).start()\n",
  );
  expect(threaded.facts.effects.threaded).toBe(true);
  expect(effect(threaded, "f")).toBe("blocking");
});

test("an import that is not used starts no threads", () => {
  const analysis = analysed("from threading import Thread\nprint(1)\n");
  expect(analysis.facts.effects.threaded).toBe(false);
});

test("generators and old coroutines", () => {
  const analysis = analysed(`import asyncio
def gen():
    yield 1
async def agen():
    yield 1
@asyncio.coroutine
def old():
    yield from asyncio.sleep(1)
`);
  expect(effect(analysis, "gen")).toBe("generator");
  expect(effect(analysis, "agen")).toBe("async_generator");
  expect(effect(analysis, "old")).toBe("coroutine");
});

test("a callee that is not known decides at run time", () => {
  const analysis = analysed("import nowhere\nnowhere.f(1)\n");
  expect(call_effect(analysis, "nowhere.f(1)")).toBe("unknown");
});
