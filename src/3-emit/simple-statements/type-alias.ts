// type Pair = tuple[int, int] → type Pair = readonly [number, number];
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import type { StatementEmit } from "../shared/statement-emit.ts";

export function type_alias(node: ast.TypeAlias, emit: StatementEmit): readonly target.Statement[] {
  const binding = emit.facts.scopes.defined_by(node.name);
  return [
    {
      kind: "TypeAlias",
      name: emit.name(binding),
      type_parameters: node.type_params.map((parameter) => build.type_parameter(parameter.name)),
      type: emit.annotation(node.value) ?? build.type_name("unknown"),
      export: emit.surroundings.is_top_level,
    },
  ];
}
