// Out of which functions StopIteration and StopAsyncIteration may come: through a bare `next(x)`, a `raise`, and those who call them.
import type * as ast from "../../../grammar/ast/index.ts";
import type { FunctionNode } from "../../facts/effects.ts";
import { children } from "../children.ts";
import type { FunctionKind, FunctionRecord } from "../program/records.ts";
import { called_name } from "./task-factories.ts";

type Stop = "StopIteration" | "StopAsyncIteration";

/** What a body does, as far as no handler of its own takes what comes of it. */
interface Sources {
  readonly raises: Set<Stop>;
  /** The last parts of the names that it calls. */
  readonly calls: Set<string>;
}

/**
 * Tells for a function whether its body may be left by a stop that Python makes a RuntimeError of (PEP 479). Functions are
 * known by their names alone.
 */
export function find_stops(
  records: readonly FunctionRecord[],
  mentions: ReadonlyMap<string, number>,
): (record: FunctionRecord) => boolean {
  if (!STOP_NAMES.some((name) => mentions.has(name))) return () => false;
  const sources = new Map<FunctionNode, Sources>();
  for (const { node } of records) sources.set(node, sources_of(node));
  const leaking = leaking_names(records, sources);
  return ({ node, kind }) => {
    const found = sources.get(node);
    if (found === undefined) return false;
    return STOPPED_AT[kind].some((stop) => may_raise(found, stop, leaking[stop]));
  };
}

/** Without these nobody raises either of them. */
const STOP_NAMES = [
  "next",
  "anext",
  "asend",
  "athrow",
  "__next__",
  "__anext__",
  "StopIteration",
  "StopAsyncIteration",
];

/** What can't leave a body of that kind. */
const STOPPED_AT: Readonly<Record<FunctionKind, readonly Stop[]>> = {
  plain: [],
  generator: ["StopIteration"],
  coroutine: ["StopIteration"],
  async_generator: ["StopIteration", "StopAsyncIteration"],
};

type Leaking = Readonly<Record<Stop, Set<string>>>;

/** The names of the functions that let one out, as a fixed point over who calls whom. */
function leaking_names(
  records: readonly FunctionRecord[],
  sources: ReadonlyMap<FunctionNode, Sources>,
): Leaking {
  const leaking: Leaking = { StopIteration: new Set(), StopAsyncIteration: new Set() };
  const callers = new Map<string, FunctionRecord[]>();
  for (const record of records)
    for (const name of sources.get(record.node)?.calls ?? []) {
      const known = callers.get(name) ?? [];
      callers.set(name, known);
      known.push(record);
    }
  const pending = [...records];
  for (let record = pending.pop(); record !== undefined; record = pending.pop()) {
    const { node, kind } = record;
    const found = sources.get(node);
    if (found === undefined || node.tag === "Lambda") continue;
    for (const stop of LET_OUT[kind]) {
      if (leaking[stop].has(node.name) || !may_raise(found, stop, leaking[stop])) continue;
      leaking[stop].add(node.name);
      pending.push(...(callers.get(node.name) ?? []));
    }
  }
  return leaking;
}

/** What leaves a body of that kind as it is. */
const LET_OUT: Readonly<Record<FunctionKind, readonly Stop[]>> = {
  plain: ["StopIteration", "StopAsyncIteration"],
  generator: ["StopAsyncIteration"],
  coroutine: ["StopAsyncIteration"],
  async_generator: [],
};

function may_raise({ raises, calls }: Sources, stop: Stop, leaking: ReadonlySet<string>): boolean {
  if (raises.has(stop)) return true;
  if (leaking.size > 0) for (const name of calls) if (leaking.has(name)) return true;
  return false;
}

function sources_of(node: FunctionNode): Sources {
  const sources: Sources = { raises: new Set(), calls: new Set() };
  const body: readonly ast.Node[] = node.tag === "Lambda" ? [node.body] : node.body;
  for (const each of body) collect(each, sources);
  return sources;
}

function collect(node: ast.Node, sources: Sources): void {
  switch (node.tag) {
    case "FunctionDef":
    case "AsyncFunctionDef":
    case "ClassDef":
    case "Lambda":
      return;
    case "Raise": {
      const { exc } = node as ast.Raise;
      const raised = exc?.tag === "Call" ? exc.func : exc;
      if (raised?.tag === "Name" && is_stop(raised.id)) sources.raises.add(raised.id);
      break;
    }
    case "Call": {
      const call = node as ast.Call;
      const name = called_name(call);
      const stop = stop_of(name, call);
      if (stop !== null) sources.raises.add(stop);
      if (name !== "") sources.calls.add(name);
      break;
    }
    case "Try": {
      const { body, handlers, orelse, finalbody } = node as ast.Try;
      const inside = handlers.some(catches_stop) ? [] : body;
      for (const each of [...inside, ...handlers, ...orelse, ...finalbody]) collect(each, sources);
      return;
    }
    default:
      break;
  }
  for (const child of children(node)) collect(child, sources);
}

/** `next(x)`, `anext(x)` without a value for the end, and what they call. */
function stop_of(name: string, { func, args }: ast.Call): Stop | null {
  if (func.tag === "Attribute") {
    if (name === "__next__" && args.length === 0) return "StopIteration";
    return ASYNC_STEPS.has(name) ? "StopAsyncIteration" : null;
  }
  if (args.length !== 1) return null;
  if (name === "next") return "StopIteration";
  return name === "anext" ? "StopAsyncIteration" : null;
}

const ASYNC_STEPS: ReadonlySet<string> = new Set(["asend", "athrow", "__anext__"]);

function catches_stop({ type }: ast.ExceptHandler): boolean {
  if (type === null) return true;
  const types = type.tag === "Tuple" ? type.elts : [type];
  return types.some(
    (each) =>
      each.tag === "Name" &&
      (is_stop(each.id) || each.id === "Exception" || each.id === "BaseException"),
  );
}

function is_stop(name: string): name is Stop {
  return name === "StopIteration" || name === "StopAsyncIteration";
}
