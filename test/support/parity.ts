// Python expressions beside the same in TypeScript: what CPython's repr shows must be what ours shows.
import { spawnSync } from "node:child_process";
import { as_exception } from "../../runtime/builtins/exceptions/as-exception.ts";
import { repr, text_of } from "../../runtime/builtins/representation.ts";
import { class_name } from "../../runtime/builtins/type-name.ts";
import { find_python } from "./python.ts";

/** A Python expression, and the same here. */
export type Pair = readonly [python: string, ours: () => unknown];

export const python = find_python("3.13");

/** One line for each pair, from CPython and from here: the repr, or class and text of the exception. */
export function compare(
  imports: string,
  pairs: readonly Pair[],
): { readonly cpython: readonly string[]; readonly ours: readonly string[] } {
  const script = `${imports}
import json, sys
def show(code):
    try:
        return code + "  =>  " + repr(eval(code))
    except BaseException as error:
        return code + "  =>  " + type(error).__name__ + ": " + str(error)
print(json.dumps([show(code) for code in json.load(sys.stdin)]))`;
  const result = spawnSync(python ?? "", ["-c", script], {
    input: JSON.stringify(pairs.map(([code]) => code)),
    encoding: "utf8",
    env: { ...process.env, TZ: "UTC", PYTHONHASHSEED: "0", PYTHONIOENCODING: "utf-8" },
  });
  if (result.status !== 0) throw new Error(result.stderr);
  return {
    cpython: JSON.parse(result.stdout) as string[],
    ours: pairs.map(([code, ours]) => `${code}  =>  ${shown(ours)}`),
  };
}

function shown(ours: () => unknown): string {
  try {
    return repr(ours());
  } catch (thrown) {
    const error = as_exception(thrown);
    return `${class_name(error.constructor)}: ${text_of(error)}`;
  }
}
