// Instances of the program's own classes: where the arguments of the call go.
import type { Type } from "../../facts/types.ts";
import { mro } from "../program/mro.ts";
import type { ClassRecord } from "../program/records.ts";
import { method_of, runtime_bases } from "./class-members.ts";
import { enum_call } from "./enumerations.ts";
import { all_types, type CallArguments, type Inference } from "./inference.ts";
import { instance, UNKNOWN } from "./values.ts";

export function construct(inference: Inference, record: ClassRecord, args: CallArguments): Type {
  note(inference, record, args);
  const of_enum = enum_call(record);
  if (of_enum !== null) {
    lose(inference, args);
    return of_enum;
  }
  if (mro(record).some(makes_anything)) return lose(inference, args);
  const made = instance(record.node);
  const given = { ...args, positional: [{ type: made, is_star: false }, ...args.positional] };
  const init = method_of(record, "__init__");
  if (init !== null)
    inference.call_function(
      init,
      { ...given, call: null, is_construction: args.call !== null },
      record,
    );
  else if (mro(record).some(({ is_dataclass }) => is_dataclass))
    fill_fields(inference, record, args);
  else lose(inference, args);
  return made;
}

/** `Enum` members, metaclasses, `__new__`: what a call gives is not simply a new instance. */
function makes_anything(record: ClassRecord): boolean {
  return (
    record.methods.has("__new__") ||
    (record.is_opaque && !record.is_mixed) ||
    runtime_bases(record).some(
      ({ module, name }) => module === "enum" || (module === "typing" && name !== "NamedTuple"),
    )
  );
}

/** A dataclass's `__init__`: its annotated fields, those of the bases first. */
function fill_fields(inference: Inference, record: ClassRecord, args: CallArguments): void {
  const { program, heap } = inference;
  const fields = new Set<string>();
  for (const one of [...mro(record)].reverse()) {
    if (one.is_dataclass) for (const name of one.own_attributes.keys()) fields.add(name);
  }
  const names = [...fields];
  let has_star = false;
  args.positional.forEach(({ type, is_star }, index) => {
    has_star ||= is_star;
    const given = is_star ? inference.element(type) : type;
    for (const name of has_star ? names : names.slice(index, index + 1)) {
      heap.store(program.attribute_to_store(record, name), given);
    }
  });
  for (const { name, type } of args.keywords) {
    for (const field of name === null ? names : [name]) {
      heap.store(program.attribute_to_store(record, field), type);
    }
  }
  const after = method_of(record, "__post_init__");
  const self = { type: instance(record.node), is_star: false };
  if (after === null) return;
  inference.call_function(
    after,
    { positional: [self], keywords: [], site: record.node, call: null },
    record,
  );
}

function note(inference: Inference, record: ClassRecord, args: CallArguments): void {
  if (args.call === null) return;
  inference
    .call_record(args.call)
    .reach(`class ${record.module.source.name} ${record.node.start}`, {
      kind: "class",
      node: record.node,
    });
}

function lose(inference: Inference, args: CallArguments): Type {
  for (const type of all_types(args)) inference.heap.escape(type);
  return UNKNOWN;
}
