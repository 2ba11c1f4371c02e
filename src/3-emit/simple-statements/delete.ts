// del d[k] → d.delete(k);   del x → unbound(x, "x"); x = undefined!;
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import { is_dict } from "../shared/kinds.ts";
import { read_variable } from "../shared/read-variable.ts";
import type { StatementEmit } from "../shared/statement-emit.ts";

export function delete_(node: ast.Delete, emit: StatementEmit): readonly target.Statement[] {
  return node.targets.flatMap((to) => delete_one(to, emit));
}

function delete_one(to: ast.Expression, emit: StatementEmit): readonly target.Statement[] {
  switch (to.tag) {
    case "Tuple":
    case "List":
      return to.elts.flatMap((each) => delete_one(each, emit));
    case "Attribute":
      return [
        build.statement(
          build.call(emit.builtin("delattr"), [emit.expression(to.value), build.string(to.attr)]),
        ),
      ];
    case "Subscript": {
      const [container, key] = [emit.expression(to.value), emit.expression(to.slice)];
      const holds_keys = is_dict(to.value, emit);
      const call = holds_keys
        ? build.method_call(container, "delete", [key])
        : build.call(emit.builtin("delitem"), [container, key]);
      return [build.statement(build.from(to, call))];
    }
    case "Name":
      return delete_name(to, emit);
    default:
      return emit.refuse(to, "cannot delete this", "delete a name, an attribute or an item");
  }
}

/** Where no later read can find it unbound, forgetting a variable has no effect that a program sees. */
function delete_name(to: ast.Name, emit: StatementEmit): readonly target.Statement[] {
  const resolution = emit.facts.scopes.resolve(to);
  if (resolution.kind !== "binding" || !resolution.binding.may_be_unbound) return [];
  const { binding } = resolution;
  const nothing = build.non_null(build.undefined_());
  return [
    build.statement(read_variable(binding, emit)),
    build.statement(build.assign(build.identifier(emit.name(binding)), nothing)),
  ];
}
