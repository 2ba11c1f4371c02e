// A built-in's name → its import; a diagnostic where it has no counterpart.
import type * as ast from "../../../grammar/ast/index.ts";
import { runtime_names } from "../../facts/runtime-api.ts";
import type * as target from "../../target/nodes.ts";
import type { Emit } from "../emit.ts";

export function builtin_name(node: ast.Node, name: string, emit: Emit): target.Expression {
  if (name === "IOError" || name === "EnvironmentError") return emit.builtin("OSError");
  if (runtime_names("builtins")?.has(name) !== false) return emit.runtime("builtins", name);
  const [reason, way_out] = REASONS[name] ?? [
    `the built-in '${name}' has no counterpart`,
    "write what it does with other means",
  ];
  return emit.unsupported(node, reason, way_out);
}

const RUN: readonly [string, string] = [
  "code that is made while the program runs can't be translated beforehand",
  "write the code out, look functions up in a dict, or read values with `ast.literal_eval` or `json.loads`",
];
const NAMES: readonly [string, string] = [
  "the variables of a module or function are no dict here",
  "keep what is looked up by name in a dict of your own",
];
const REASONS: Readonly<Record<string, readonly [string, string]>> = {
  eval: RUN,
  exec: RUN,
  compile: RUN,
  globals: NAMES,
  locals: NAMES,
  __import__: [
    "a module whose name is made while the program runs can't be linked beforehand",
    "import the modules at the head of the file and choose among them",
  ],
  breakpoint: ["there is no Python debugger here", "use the debugger of Node on the output"],
};
