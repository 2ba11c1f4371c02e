// Comprehensions: their variables live inside; a generator expression runs when somebody asks for its values.
import type * as ast from "../../../grammar/ast/index.ts";
import type { Type } from "../../facts/types.ts";
import { children } from "../children.ts";
import type { Inference } from "./inference.ts";
import { AsyncGenerator, Dict, Generator, List, NEVER, NONE, SetOf } from "./values.ts";

type Comprehension = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp;

export function evaluate_comprehension(inference: Inference, node: Comprehension): Type {
  const { heap, program, state } = inference;
  const [first] = node.generators;
  if (first !== undefined) inference.of(first.iter);
  const mark = state.mark();
  const was_lazy = inference.is_lazy;
  if (node.tag === "GeneratorExp") inference.is_lazy = true;
  const assigned = state.watch(() => run_clauses(inference, node));
  const [key, value] = state.is_reachable ? results(inference, node) : [NEVER, NEVER];
  inference.is_lazy = was_lazy;
  const end = state.take(mark);
  state.merge([
    { is_reachable: true, changes: new Map() },
    { is_reachable: true, changes: new Map([...assigned.changes, ...end.changes]) },
  ]);
  switch (node.tag) {
    case "ListComp":
      heap.store(program.site(node), value);
      return new List(program.site(node));
    case "SetComp":
      heap.store(program.site(node), value);
      return new SetOf(program.site(node));
    case "DictComp":
      heap.store(program.site(node, "keys"), key);
      heap.store(program.site(node, "values"), value);
      return new Dict(program.site(node, "keys"), program.site(node, "values"));
    case "GeneratorExp":
      return is_async(node)
        ? new AsyncGenerator(value, program.site(node))
        : new Generator(value, program.site(node), NONE);
  }
}

function run_clauses(inference: Inference, node: Comprehension): void {
  node.generators.forEach((clause, index) => {
    if (!inference.state.is_reachable) return;
    const source = index === 0 ? inference.last(clause.iter) : inference.of(clause.iter);
    const element =
      clause.is_async === 1 ? inference.async_element(source) : inference.element(source);
    inference.assign(clause.target, element);
    for (const test of clause.ifs) {
      if (inference.state.is_reachable) inference.state.apply(inference.control.test(test)[0]);
    }
  });
}

function results(inference: Inference, node: Comprehension): [Type, Type] {
  if (node.tag !== "DictComp") return [NEVER, inference.of(node.elt)];
  const key = inference.of(node.key);
  return [key, inference.of(node.value)];
}

/** An `await` anywhere but in the first iterable, which is evaluated outside, makes it asynchronous. */
function is_async(node: ast.GeneratorExp): boolean {
  const inside = node.generators.flatMap((clause, index) =>
    index === 0 ? clause.ifs : [clause.iter, ...clause.ifs],
  );
  return (
    node.generators.some((clause) => clause.is_async === 1) || [node.elt, ...inside].some(awaits)
  );
}

function awaits(node: ast.Node): boolean {
  if (node.tag === "Await") return true;
  if (node.tag === "comprehension" && (node as ast.Comprehension).is_async === 1) return true;
  return node.tag !== "Lambda" && node.tag !== "GeneratorExp" && children(node).some(awaits);
}
