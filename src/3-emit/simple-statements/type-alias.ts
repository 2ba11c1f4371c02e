// type Pair = tuple[int, int] → type Pair = readonly [number, number]; (in a class Pair = new TypeAliasType("Pair", …))
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import type { StatementEmit } from "../shared/statement-emit.ts";

export function type_alias(node: ast.TypeAlias, emit: StatementEmit): readonly target.Statement[] {
  const binding = emit.facts.scopes.defined_by(node.name);
  // a class has no room for types: there it is a value, which anybody may read
  if (binding.scope.kind === "class") return [value(node, emit.name(binding), emit)];
  const alias: target.Statement[] = [
    {
      kind: "TypeAlias",
      name: emit.name(binding),
      type_parameters: node.type_params.map((parameter) => build.type_parameter(parameter.name)),
      type: emit.annotation(node.value) ?? build.type_name("unknown"),
      export: emit.surroundings.is_top_level,
    },
  ];
  if (binding.is_read) alias.push(value(node, emit.name(binding), emit));
  return alias;
}

/** `Pair = new TypeAliasType("Pair", () => …);` where somebody reads it: its value is evaluated when it is asked for. */
function value(node: ast.TypeAlias, name: string, emit: StatementEmit): target.Statement {
  const parameters = node.type_params.map((each) => build.string(each.name));
  const meant = parameters.length === 0 ? emit.expression(node.value) : build.null_();
  const args = [build.string(node.name.id), build.arrow([], meant), ...parameters];
  const made = build.new_(emit.runtime("typing", "TypeAliasType"), args);
  return build.statement(build.assign(build.identifier(name), made));
}
