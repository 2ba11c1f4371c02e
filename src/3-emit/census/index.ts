// What the operators, calls, subscripts and truth tests of a module became: read off the emitted tree itself.
import type * as ast from "../../../grammar/ast/index.ts";
import type { Facts } from "../../facts/facts.ts";
import type { SourceModule } from "../../project.ts";
import type * as target from "../../target/nodes.ts";
import { counted_nodes, type Counted, type CountedKind } from "./counted.ts";
import { emitted_by_place, place_of } from "./emitted.ts";
import { helper_of } from "./helper.ts";
import { has_no_form } from "./no-form.ts";
import { reason_of } from "./reason.ts";
import { typed_places, type TypedPlaces } from "./typed.ts";

/**
 * - native: JavaScript's own construct, or a plain call of what the program names;
 * - helper: a function of the runtime does it, for values of known types;
 * - dynamic: a function of the runtime finds out what the values are.
 */
export type Form = "native" | "helper" | "dynamic";

export interface Entry {
  readonly kind: CountedKind;
  readonly form: Form;
  /** The runtime's function; empty where the form is native. */
  readonly helper: string;
  /** A helper, because JavaScript has no construct for it, whatever were known. */
  readonly has_no_form: boolean;
  /** Why it is not native; empty where it is. */
  readonly reason: string;
  readonly node: ast.Node;
}

export interface Census {
  readonly file: string;
  readonly entries: readonly Entry[];
  /** Parameters and results. */
  readonly annotations: TypedPlaces;
}

/** One entry for each, in the order of the text. What a construct has taken up whole (`range` in a loop) is native. */
export function take_census(source: SourceModule, facts: Facts, program: target.Program): Census {
  const emitted = emitted_by_place(program);
  const entries = counted_nodes(source.module, facts).map((counted): Entry => {
    const { kind, node } = counted;
    const helper = helper_of(counted, emitted.get(place_of(node)) ?? [], facts);
    if (helper === null)
      return { kind, node, form: "native", helper: "", has_no_form: false, reason: "" };
    const form = is_dynamic(helper, counted, facts) ? "dynamic" : "helper";
    return {
      kind,
      node,
      helper,
      form,
      has_no_form: form === "helper" && has_no_form(counted, helper, facts),
      reason: reason_of(counted, helper, facts),
    };
  });
  return { file: source.file, entries, annotations: typed_places(program) };
}

const DYNAMIC: ReadonlySet<string> = new Set(["call", "call_with", "call_method"]);

function is_dynamic(helper: string, { operands }: Counted, facts: Facts): boolean {
  if (DYNAMIC.has(helper)) return true;
  return operands.some((operand) => facts.types.of(operand).type === "unknown");
}
