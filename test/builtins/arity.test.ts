// Functions of the runtime say by their length how few arguments they take: calls of unknown callees go by it.
import { expect, test } from "vitest";
import { runtime_api } from "../../src/facts/runtime-api.ts";
import type { Signature } from "../../src/facts/declared-api.ts";

test("no function counts an optional parameter", async () => {
  const api = runtime_api();
  const wrong: string[] = [];
  for (const module of ["builtins", "functools", "math", "json", "os", "operator", "traceback"]) {
    const exports = await exports_of(module);
    for (const name of api.names(module) ?? []) {
      const declared = api.find(module, name);
      const f = exports[name];
      if (typeof f !== "function" || declared === null) continue;
      if (declared.kind === "function" && f.length > required(declared.signature))
        wrong.push(`${module}.${name}`);
      if (declared.kind !== "class") continue;
      for (const [method, signature] of declared.class.methods) {
        if (method === "then") continue; // JavaScript's own protocol: no program calls it
        const found: unknown = Reflect.get(f.prototype as object, method);
        if (typeof found === "function" && found.length > required(signature))
          wrong.push(`${module}.${name}.${method}`);
      }
    }
  }
  expect(wrong).toEqual([]);
});

async function exports_of(module: string): Promise<Readonly<Record<string, unknown>>> {
  const exports: unknown =
    module === "builtins"
      ? await import("../../runtime/builtins/index.ts")
      : await import(`../../runtime/stdlib/${module}.ts`);
  return exports as Readonly<Record<string, unknown>>;
}

function required({ parameters }: Pick<Signature, "parameters">): number {
  return parameters.filter(({ kind, optional }) => !optional && kind === "positional").length;
}
