// Linking: what an import means, and in which order modules stand.
import { expect, test } from "vitest";
import { link, type LinkHost } from "../../src/1-link/index.ts";
import { runtime_names } from "../../src/facts/runtime-api.ts";
import { parsed_module } from "./support.ts";

function linked(source: string, files: Readonly<Record<string, string>> = {}) {
  const host: LinkHost = {
    read(name) {
      const text = files[name] ?? files[`${name}.__init__`];
      if (text === undefined) return null;
      return { ...parsed_module(name, text), is_package: `${name}.__init__` in files };
    },
    is_mapped: (name) => name === "mapped",
    runtime_names,
  };
  const { project, diagnostics } = link([parsed_module("__main__", source)], host);
  return {
    order: project.modules.map(({ name }) => name),
    imports: [...project.main.imports.values()],
    codes: diagnostics.map(({ code, message }) => `${code} ${message}`),
    project,
  };
}

test("runtime, user and mapped modules", () => {
  const { imports, codes } = linked("import asyncio\nimport own\nfrom mapped import x\n", {
    own: "y = 1\n",
  });
  expect(imports).toMatchObject([
    { module: "asyncio", name: null, origin: "runtime" },
    { module: "own", name: null, origin: "user" },
    { module: "mapped", name: "x", origin: "config" },
  ]);
  expect(codes).toEqual([]);
});

test("an import of Python's library that nothing uses is left out", () => {
  const { codes, imports } = linked(
    "import ctypes, tkinter.ttk\nfrom xmlrpc import client, server\nimport this\nclient\n",
  );
  expect(codes).toEqual([
    "PA1004 the import of 'ctypes' is left out: it has no counterpart, and nothing uses it",
    "PA1004 the import of 'tkinter.ttk' is left out: it has no counterpart, and nothing uses it",
    "PA1001 no counterpart for module 'xmlrpc'",
    "PA1004 the import of 'xmlrpc' is left out: it has no counterpart, and nothing uses it",
    "PA1001 no counterpart for module 'this'",
  ]);
  expect(imports.map(({ is_typing }) => is_typing)).toEqual([true, true, false, true, false]);
  expect(linked("import ctypes\n__all__ = ['ctypes']\n").codes).toEqual([
    "PA1001 no counterpart for module 'ctypes'",
  ]);
});

test("a missing module is an error, once a statement", () => {
  expect(linked("import numpy\nfrom pandas import a, b\n").codes).toEqual([
    "PA1001 no counterpart for module 'numpy'",
    "PA1001 no counterpart for module 'pandas'",
  ]);
});

test("a missing name of a module that is there", () => {
  expect(linked("from asyncio import sleep, nonsense\n").codes).toEqual([
    "PA1002 module 'asyncio' has no counterpart for 'nonsense'",
  ]);
});

test.each([
  "try:\n    import numpy\nexcept ImportError:\n    numpy = None\n",
  "try:\n    import numpy\nexcept (ValueError, ModuleNotFoundError):\n    pass\n",
  "if TYPE_CHECKING:\n    import numpy\n",
  "from __future__ import annotations\n",
])("no error: %j", (source) => {
  expect(linked(source).codes).toEqual([]);
});

test("packages, relative imports and submodules", () => {
  const { order, project } = linked("from shop.cart import total\nimport shop.items\n", {
    "shop.__init__": "from .cart import total\n",
    "shop.cart": "from . import items\nfrom .items import price\ndef total():\n    return price\n",
    "shop.items": "price = 1\n",
  });
  expect(order).toEqual(["shop.items", "shop.cart", "shop", "__main__"]);
  const cart = project.modules.find(({ name }) => name === "shop.cart");
  expect([...(cart?.imports.values() ?? [])]).toMatchObject([
    { module: "shop.items", name: null, origin: "user" },
    { module: "shop.items", name: "price", origin: "user" },
  ]);
});

test("a cycle of imports is entered where it is met first", () => {
  expect(linked("import a\n", { a: "import b\n", b: "import a\n" }).order).toEqual([
    "b",
    "a",
    "__main__",
  ]);
});
