// Calls: whom they reach, which arguments go where, and what they give.
import type { FunctionDef } from "../../../grammar/ast/index.ts";
import type { Callee } from "../../facts/calls.ts";
import type { Type } from "../../facts/types.ts";
import { mro } from "../program/mro.ts";
import type { ClassRecord, FunctionRecord } from "../program/records.ts";
import { builtin_call } from "./builtin-functions.ts";
import { builtin_method } from "./builtin-methods.ts";
import { is_opaque, method_of, methods_of } from "./class-members.ts";
import { construct } from "./construct.ts";
import { all_types, type CallArguments, type Inference } from "./inference.ts";
import { pass_arguments } from "./parameters.ts";
import {
  runtime_call,
  runtime_construct,
  runtime_method_call,
  runtime_static_call,
} from "./runtime.ts";
import { AsyncGenerator, coroutine, Generator, is_unknown, members, UNKNOWN } from "./values.ts";

export function invoke(inference: Inference, callee: Type, args: CallArguments): Type {
  return inference.heap.join_all(
    members(callee).map((member) => invoke_member(inference, member, args)),
  );
}

export function invoke_method(
  inference: Inference,
  receiver: Type,
  name: string,
  args: CallArguments,
): Type {
  return inference.heap.join_all(
    members(receiver).map((member) => method_of_member(inference, member, name, args)),
  );
}

/** `seen_as`: the class as whose method it was found, when there is just one. */
export function call_function(
  inference: Inference,
  record: FunctionRecord,
  args: CallArguments,
  seen_as: ClassRecord | null,
): Type {
  const { heap, program } = inference;
  if (args.call !== null) inference.call_record(args.call).reach_function(record, seen_as);
  else if (args.is_construction !== true) record.is_called_unseen = true;
  pass_arguments(inference, record, args);
  if (!record.is_called) {
    record.is_called = true;
    if (record.unit !== null) program.enqueue(record.unit);
  }
  switch (record.kind) {
    case "plain":
      return heap.read(record.returns);
    case "coroutine":
      return coroutine(heap.read(record.returns));
    case "generator":
      return new Generator(heap.read(record.yields), record.sent, heap.read(record.returns));
    case "async_generator":
      return new AsyncGenerator(heap.read(record.yields), record.sent);
  }
}

/** The same call with the receiver put first. */
export function with_receiver(receiver: Type, args: CallArguments): CallArguments {
  return { ...args, positional: [{ type: receiver, is_star: false }, ...args.positional] };
}

function invoke_member(inference: Inference, callee: Type, args: CallArguments): Type {
  const { program } = inference;
  switch (callee.type) {
    case "function":
      return call_function(inference, program.function(callee.node), args, null);
    case "bound_method": {
      const record = program.function(callee.node);
      return call_function(inference, record, with_receiver(callee.receiver, args), record.owner);
    }
    case "class":
      return construct(inference, program.class(callee.node), args);
    case "runtime_function":
      if (callee.module !== "builtins") {
        for (const type of all_types(args)) inference.heap.shrink(type, true);
        return runtime_call(inference, callee.module, callee.name, args);
      }
      note(inference, args, `builtin ${callee.name}`, { kind: "builtin", name: callee.name });
      return builtin_call(inference, callee.name, args);
    case "runtime_class":
      if (callee.module !== "builtins") {
        for (const type of all_types(args)) inference.heap.shrink(type, true);
        return runtime_construct(inference, callee.module, callee.name, args);
      }
      note(inference, args, `builtin ${callee.name}`, { kind: "builtin", name: callee.name });
      return builtin_call(inference, callee.name, args);
    case "runtime_method":
      return method_of_member(inference, callee.receiver, callee.name, args);
    case "instance":
      return method_of_member(inference, callee, "__call__", args);
    case "callable":
      return callee.remembers === undefined
        ? lost(inference, args, callee.returns)
        : call_remembering(inference, callee.remembers, args);
    default:
      return lost(inference, args, UNKNOWN);
  }
}

function method_of_member(
  inference: Inference,
  receiver: Type,
  name: string,
  args: CallArguments,
): Type {
  switch (receiver.type) {
    case "instance":
      return method_of_instance(inference, receiver, name, args);
    case "class":
      return method_of_class(inference, receiver, name, args);
    case "runtime_instance": {
      for (const type of all_types(args)) inference.heap.shrink(type, true);
      const result = runtime_method_call(inference, receiver, name, args);
      if (result !== null) return result;
      inference.heap.escape(receiver);
      return invoke_attribute(inference, receiver, name, args);
    }
    case "unknown":
      return by_name(inference, name, args);
    case "runtime_class":
      return (
        runtime_static_call(inference, receiver, name, args) ??
        invoke(inference, inference.attribute(receiver, name), args)
      );
    case "module":
    case "function":
    case "runtime_function":
      return invoke(inference, inference.attribute(receiver, name), args);
    case "callable":
      // `f.__wrapped__(x)`
      if (!OF_CACHE.has(name)) inference.heap.escape(receiver);
      return lost(inference, args, UNKNOWN);
    default: {
      if (!KEEPS_ITEMS.has(name)) inference.heap.shrink(receiver);
      const result = builtin_method(inference, receiver, name, args);
      if (result === null) return lost(inference, args, UNKNOWN);
      const callee: Callee = { kind: "builtin_method", receiver, name };
      note(inference, args, `method ${receiver.type}.${name}`, callee);
      return result;
    }
  }
}

const OF_CACHE: ReadonlySet<string> = new Set(["cache_clear", "cache_info", "cache_parameters"]);

/** What a call of a function gives whose results are remembered: from then on the arguments are keys. */
function call_remembering(inference: Inference, node: FunctionDef, args: CallArguments): Type {
  const record = inference.program.function(node);
  if (args.keywords.length > 0 || args.positional.some(({ is_star }) => is_star)) {
    inference.program.open(record);
    return lost(inference, args, UNKNOWN);
  }
  const result = call_function(inference, record, { ...args, call: null }, null);
  if (args.call !== null) inference.call_record(args.call).is_unknown = true;
  return result;
}

/** The methods of lists that leave in them what they hold. */
const KEEPS_ITEMS: ReadonlySet<string> = new Set([
  "append",
  "copy",
  "count",
  "extend",
  "index",
  "insert",
  "reverse",
  "sort",
]);

function method_of_instance(
  inference: Inference,
  receiver: Extract<Type, { type: "instance" }>,
  name: string,
  args: CallArguments,
): Type {
  const record = inference.program.class(receiver.node);
  const found = methods_of(record, name);
  const is_plain =
    found.length > 0 &&
    !is_opaque(record) &&
    found.every((method) => !method.is_wrapped && method.method_kind !== "property");
  if (!is_plain) return invoke_attribute(inference, receiver, name, args);
  const [only] = found;
  const seen_as = found.length === 1 && only !== undefined ? only.owner : null;
  return inference.heap.join_all(
    found.map((method) =>
      call_function(inference, method, for_kind(method, as_owner(record, method), args), seen_as),
    ),
  );
}

/** A method that only a class further down has is reached by instances of that class alone. */
function as_owner(record: ClassRecord, { owner }: FunctionRecord): Type {
  const node = owner === null || mro(record).includes(owner) ? record.node : owner.node;
  return { type: "instance", node, arguments: [] };
}

function for_kind(method: FunctionRecord, receiver: Type, args: CallArguments): CallArguments {
  if (method.method_kind === "static") return args;
  if (method.method_kind !== "class" || receiver.type !== "instance") {
    return with_receiver(receiver, args);
  }
  return with_receiver({ type: "class", node: receiver.node }, args);
}

function invoke_attribute(
  inference: Inference,
  receiver: Type,
  name: string,
  args: CallArguments,
): Type {
  const value = inference.attribute(receiver, name);
  return is_unknown(value) ? by_name(inference, name, args) : invoke(inference, value, args);
}

function method_of_class(
  inference: Inference,
  receiver: Extract<Type, { type: "class" }>,
  name: string,
  args: CallArguments,
): Type {
  const record = inference.program.class(receiver.node);
  const method = method_of(record, name);
  if (method === null || method.is_wrapped || is_opaque(record)) {
    return invoke_attribute(inference, receiver, name, args);
  }
  const given = method.method_kind === "class" ? with_receiver(receiver, args) : args;
  return call_function(inference, method, given, record);
}

/** A method of an object that we know nothing about: any of the program's methods of that name, or another. */
function by_name(inference: Inference, name: string, args: CallArguments): Type {
  const { program, heap } = inference;
  for (const method of program.methods_by_name.get(name) ?? []) {
    if (method.is_wrapped || method.method_kind === "property") program.open(method);
    method.is_value = true;
    const self: Type =
      method.owner === null
        ? UNKNOWN
        : { type: "instance", node: method.owner.node, arguments: [] };
    heap.escape(call_function(inference, method, for_kind(method, self, args), null));
    heap.leak(method.returns);
    heap.leak(method.yields);
  }
  program.read_attribute_blindly(name);
  return lost(inference, args, UNKNOWN);
}

function lost(inference: Inference, args: CallArguments, result: Type): Type {
  for (const type of all_types(args)) inference.heap.escape(type);
  if (args.call !== null) inference.call_record(args.call).is_unknown = true;
  return result;
}

function note(inference: Inference, args: CallArguments, key: string, callee: Callee): void {
  if (args.call !== null) inference.call_record(args.call).reach(key, callee);
}
