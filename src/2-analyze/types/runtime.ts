// Functions, classes and objects of the runtime, by their declarations.
import type { ParameterInfo, RuntimeCallable } from "../../facts/calls.ts";
import type { Declared, RuntimeClass, Signature } from "../../facts/declared-api.ts";
import type { Type } from "../../facts/types.ts";
import { Cell } from "./cell.ts";
import { instantiate, match, refill, Substitution } from "./declared.ts";
import { all_types, type CallArguments, type Inference } from "./inference.ts";
import {
  AsyncGenerator,
  coroutine,
  runtime_class,
  runtime_function,
  RuntimeInstance,
  tuple,
  UNKNOWN,
} from "./values.ts";

type RuntimeObject = Extract<Type, { type: "runtime_instance" }>;

/** What `module.name` is; `null` when the runtime does not declare it. */
export function runtime_export(inference: Inference, module: string, name: string): Type | null {
  const found = inference.program.api.find(module, name);
  if (found === null) return null;
  if (found.kind === "function") return runtime_function(module, name);
  if (found.kind === "class") return runtime_class(found.class.module, found.class.name);
  return instantiate(inference, found.type, new Substitution(inference), found);
}

export function runtime_call(
  inference: Inference,
  module: string,
  name: string,
  args: CallArguments,
): Type {
  const found = inference.program.api.find(module, name);
  if (found?.kind !== "function") return lose(inference, args);
  record(inference, args, callable(found.signature, module, name));
  return apply(inference, found.signature, args, new Substitution(inference));
}

export function runtime_construct(
  inference: Inference,
  module: string,
  name: string,
  args: CallArguments,
): Type {
  const found = inference.program.api.find(module, name);
  if (found?.kind !== "class") return lose(inference, args);
  const cells = found.class.type_parameters.map((_, index) =>
    inference.program.site(args.site, `new ${index}`),
  );
  const made = new RuntimeInstance(found.class.module, found.class.name, cells);
  const inherited = constructor_of(inference, found.class);
  if (inherited === null) {
    for (const type of all_types(args)) inference.heap.escape(type);
    return made;
  }
  const made_by = callable(inherited, module, name);
  note_class(inference, args, made_by);
  apply(inference, inherited, args, substitution_of(inference, found.class, cells));
  return made;
}

/** `null`: the class has no such method that is declared. */
export function runtime_method_call(
  inference: Inference,
  receiver: RuntimeObject,
  name: string,
  args: CallArguments,
): Type | null {
  const found = find_member(inference, receiver, name);
  if (found === null || found.method === undefined) return null;
  record(
    inference,
    args,
    callable(found.method, found.class.module, `${found.class.name}.${name}`),
  );
  return apply(inference, found.method, args, found.substitution);
}

export function runtime_attribute(
  inference: Inference,
  receiver: RuntimeObject,
  name: string,
): Type | null {
  const found = find_member(inference, receiver, name);
  if (found === null) return null;
  if (found.property !== undefined) {
    return instantiate(inference, found.property, found.substitution, found.property);
  }
  return {
    type: "runtime_method",
    module: found.class.module,
    class_name: found.class.name,
    name,
    receiver,
  };
}

/** What a `for` gets from an object of the runtime. */
export function runtime_element(inference: Inference, receiver: RuntimeObject): Type {
  const [first] = receiver instanceof RuntimeInstance ? receiver.cells : [];
  if (receiver.module === "builtins" && receiver.name.startsWith("dict_")) {
    return first === undefined ? UNKNOWN : inference.heap.read(first);
  }
  for (const name of ["__iter__", "__aiter__"]) {
    const found = find_member(inference, receiver, name);
    const declared = found?.method?.result.arguments[0];
    if (found !== null && declared !== undefined) {
      return instantiate(inference, declared, found.substitution, declared);
    }
  }
  const next = find_member(inference, receiver, "__anext__");
  if (next?.method === undefined) return UNKNOWN;
  return instantiate(inference, next.method.result, next.substitution, next.method);
}

/** What awaiting an object of the runtime gives: that of the `Future<T>` that it is. */
export function runtime_awaited(inference: Inference, receiver: RuntimeObject): Type {
  const found = find_member(inference, receiver, "__await__");
  const declared = found?.method?.result;
  if (found === null || declared === undefined) return UNKNOWN;
  return instantiate(inference, declared, found.substitution, declared);
}

/** A runtime function as the facts tell it. */
export function callable(signature: Signature, module: string, name: string): RuntimeCallable {
  const known = callables.get(signature);
  if (known !== undefined) return known;
  const made: RuntimeCallable = {
    module,
    name,
    parameters: signature.parameters.map(parameter_info),
    returns: outline(signature.result),
    effect: signature.effect,
  };
  callables.set(signature, made);
  return made;
}

const callables = new WeakMap<Signature, RuntimeCallable>();

interface Found {
  readonly class: RuntimeClass;
  readonly substitution: Substitution;
  readonly method?: Signature;
  readonly property?: Declared;
}

/** Looks through the class and its bases, type arguments carried along. */
function find_member(inference: Inference, receiver: RuntimeObject, name: string): Found | null {
  const cells = receiver instanceof RuntimeInstance ? receiver.cells : [];
  const found = find_in(inference, receiver.module, receiver.name, cells, name, 0);
  if (found !== null) found.substitution.self = receiver;
  return found;
}

function find_in(
  inference: Inference,
  module: string,
  class_name: string,
  cells: readonly Cell[],
  name: string,
  depth: number,
): Found | null {
  const found = inference.program.api.find(module, class_name);
  if (found?.kind !== "class" || depth > 12) return null;
  const substitution = substitution_of(inference, found.class, cells);
  const method = found.class.methods.get(name);
  if (method !== undefined) return { class: found.class, substitution, method };
  const property = found.class.properties.get(name);
  if (property !== undefined) return { class: found.class, substitution, property };
  for (const base of found.class.bases) {
    const [base_module = "", base_name = ""] = base.name.split(":");
    const base_cells = base.arguments.map((part) => cell_of(inference, part, substitution));
    const inherited = find_in(inference, base_module, base_name, base_cells, name, depth + 1);
    if (inherited !== null) return inherited;
  }
  return null;
}

function cell_of(inference: Inference, declared: Declared, substitution: Substitution): Cell {
  const known = substitution.class_variables.get(declared.name.slice(1));
  if (known !== undefined) return known;
  const cell = new Cell();
  inference.heap.store(cell, instantiate(inference, declared, substitution, declared));
  return cell;
}

function substitution_of(
  inference: Inference,
  declared: RuntimeClass,
  cells: readonly Cell[],
): Substitution {
  const substitution = new Substitution(inference);
  declared.type_parameters.forEach((name, index) => {
    const cell = cells[index];
    if (cell !== undefined) substitution.class_variables.set(name, cell);
  });
  return substitution;
}

function constructor_of(inference: Inference, declared: RuntimeClass): Signature | null {
  if (declared.constructor_signature !== null) return declared.constructor_signature;
  for (const base of declared.bases) {
    const [module = "", name = ""] = base.name.split(":");
    const found = inference.program.api.find(module, name);
    if (found?.kind === "class") return constructor_of(inference, found.class);
  }
  return null;
}

function apply(
  inference: Inference,
  declared: Signature,
  args: CallArguments,
  substitution: Substitution,
): Type {
  const signature = overload_for(declared, args);
  const pairs = pair_arguments(inference, signature, args);
  for (const is_function of [false, true]) {
    for (const { declared, type } of pairs) {
      if (mentions_function(declared) === is_function)
        match(inference, declared, type, substitution);
    }
  }
  for (const { name, optional, type } of signature.parameters) {
    const variable = type.name.slice(1);
    const is_open = type.name.startsWith("$") && !substitution.found.has(variable);
    const is_given = pairs.some(({ declared }) => declared === type);
    if (optional && is_open && !is_given && name !== "args") substitution.put_default(variable);
  }
  for (const { declared, type } of pairs) refill(inference, declared, type, substitution);
  const result = instantiate(inference, signature.result, substitution, args.site);
  if (signature.effect === "coroutine") return coroutine(result);
  if (signature.effect === "async_generator" && !(result instanceof AsyncGenerator)) return UNKNOWN;
  return result;
}

/** The first overload that knows all the keywords, needs no others, and takes as many arguments. */
function overload_for(signature: Signature, args: CallArguments): Signature {
  const fits = ({ parameters }: Signature): boolean => {
    const places = parameters.filter(({ kind }) => kind === "positional").length;
    const has_rest = parameters.some(({ kind }) => kind === "rest");
    return (
      (has_rest || args.positional.length <= places) &&
      args.keywords.every(({ name }) => parameters.some((parameter) => parameter.name === name)) &&
      parameters.every(
        ({ name, kind, optional }) =>
          kind !== "keyword_only" || optional || args.keywords.some((given) => given.name === name),
      )
    );
  };
  return signature.overloads?.find(fits) ?? signature;
}

interface Pair {
  readonly declared: Declared;
  readonly type: Type;
}

function pair_arguments(inference: Inference, signature: Signature, args: CallArguments): Pair[] {
  const pairs: Pair[] = [];
  const places = signature.parameters.filter(({ kind }) => kind === "positional");
  const rest = signature.parameters.find(({ kind }) => kind === "rest");
  const is_pack = rest?.type.name.startsWith("$") === true && rest.type.name.startsWith("$...");
  const packed: Type[] = [];
  let has_star = false;
  args.positional.forEach(({ type, is_star }, index) => {
    has_star ||= is_star;
    const given = is_star ? inference.element(type) : type;
    const place = has_star ? undefined : places[index];
    if (place !== undefined) pairs.push({ declared: place.type, type: given });
    else if (is_pack) packed.push(given);
    else if (rest !== undefined) pairs.push({ declared: rest.type, type: given });
    else inference.heap.escape(given);
    if (has_star)
      for (const one of places.slice(index)) pairs.push({ declared: one.type, type: given });
  });
  if (is_pack && rest !== undefined && !has_star) {
    pairs.push({ declared: rest.type, type: tuple(packed) });
  }
  for (const { name, type } of args.keywords) {
    const place = signature.parameters.find((parameter) => parameter.name === name);
    if (place === undefined) {
      // It may be for the function that is handed over.
      inference.heap.escape(type);
      for (const pair of pairs)
        if (mentions_function(pair.declared)) inference.heap.escape(pair.type);
    } else pairs.push({ declared: place.type, type });
  }
  return pairs;
}

function mentions_function(declared: Declared): boolean {
  return declared.name === "function" || declared.arguments.some(mentions_function);
}

function lose(inference: Inference, args: CallArguments): Type {
  for (const type of all_types(args)) inference.heap.escape(type);
  return UNKNOWN;
}

function record(inference: Inference, args: CallArguments, found: RuntimeCallable): void {
  if (args.call === null) return;
  inference.call_record(args.call).runtime.add(found);
}

function note_class(inference: Inference, args: CallArguments, found: RuntimeCallable): void {
  if (args.call === null) return;
  inference
    .call_record(args.call)
    .others.set(`class ${found.module} ${found.name}`, { kind: "runtime_class", callable: found });
}

function parameter_info(parameter: Signature["parameters"][number]): ParameterInfo {
  const { name, kind, optional, type } = parameter;
  return { name, kind, optional, type: outline(type) };
}

/** A declared type as far as it can be said without knowing its variables. */
function outline(declared: Declared): Type {
  const inner = (index: number): Type => {
    const part = declared.arguments[index];
    return part === undefined ? UNKNOWN : outline(part);
  };
  switch (declared.name) {
    case "int":
    case "float":
    case "bool":
    case "str":
    case "bytes":
    case "bytearray":
    case "none":
    case "complex":
    case "never":
      return { type: declared.name };
    case "list":
    case "set":
    case "frozenset":
    case "iterator":
      return { type: declared.name, element: inner(0) };
    case "dict":
      return { type: "dict", key: inner(0), value: inner(1) };
    case "tuple":
      return { type: "tuple", elements: declared.arguments.map(outline) };
    case "coroutine":
      return { type: "coroutine", returns: inner(0) };
    case "union": {
      const types = declared.arguments.map(outline);
      return types.some(({ type }) => type === "unknown")
        ? UNKNOWN
        : { type: "union", members: types };
    }
    case "number":
      return { type: "union", members: [{ type: "int" }, { type: "float" }] };
    case "function":
      return { type: "callable", parameters: null, returns: UNKNOWN };
    default: {
      const [module = "", name] = declared.name.split(":");
      if (name === undefined) return UNKNOWN;
      return { type: "runtime_instance", module, name, arguments: declared.arguments.map(outline) };
    }
  }
}
