// warn(): a warning goes to sys.stderr, into a list, or becomes an exception, as the filters say.
import type { Dynamic } from "../../builtins/dynamic.ts";
import {
  RuntimeWarning,
  TypeError,
  UserWarning,
  Warning,
} from "../../builtins/exceptions/index.ts";
import { text_of } from "../../builtins/representation.ts";
import { standard_streams } from "../../builtins/standard-streams.ts";
import { class_name, type_name } from "../../builtins/type-name.ts";
import { source_line, stack_frames, stack_text } from "../../platform/stack-frames.ts";
import { action_for, state } from "./filters.ts";

/** One warning, as `catch_warnings(record=True)` collects it. */
export class WarningMessage {
  static readonly __name__: string = "WarningMessage";
  static readonly __module__: string = "warnings";

  readonly message: Dynamic;
  readonly category: Dynamic;
  readonly filename: string;
  readonly lineno: number;
  readonly line: string | null = null;

  constructor(message: Dynamic, category: Dynamic, filename: string, lineno: number) {
    this.message = message;
    this.category = category;
    this.filename = filename;
    this.lineno = lineno;
  }
}

/** `stacklevel` 1 names the line that warns, 2 its caller. TypeError when the category is no Warning. */
export function warn(message: Dynamic, category: Dynamic = null, stacklevel: number = 1): void {
  const type: Dynamic =
    message instanceof Warning ? message.constructor : (category ?? UserWarning);
  if (type !== Warning && !(type?.prototype instanceof Warning))
    throw new TypeError(`category must be a Warning subclass, not '${type_name(type)}'`);
  const frames = stack_frames(stack_text(new Error("place")) ?? "");
  const frame = frames[Math.max(1, stacklevel) - 1];
  give(message, type, frame?.file ?? "sys", frame?.line ?? 1, "__main__");
}

/** Tells that a coroutine was made and dropped, at the line where that happens. */
export function never_awaited(coroutine: Dynamic, name: string = coroutine.__qualname__): void {
  coroutine.close();
  const [frame] = stack_frames(stack_text(new Error("place")) ?? "");
  const text = `coroutine '${name}' was never awaited`;
  give(text, RuntimeWarning, frame?.file ?? "sys", frame?.line ?? 1, "__main__", coroutine);
}

/** The same for a place that the caller names. */
export function warn_explicit(
  message: Dynamic,
  category: Dynamic,
  filename: string,
  lineno: number,
  module: string | null = null,
): void {
  give(message, category, filename, lineno, module ?? filename.replace(/\.py$/, ""));
}

/** `file:line: Category: text` and the line of the source. */
export function formatwarning(
  message: Dynamic,
  category: Dynamic,
  filename: string,
  lineno: number,
  line: string | null = null,
): string {
  const source = line ?? source_line(filename, lineno) ?? "";
  const shown = source.trim() === "" ? "" : `  ${source.trim()}\n`;
  return `${filename}:${lineno}: ${class_name(category)}: ${text_of(message)}\n${shown}`;
}

/** What CPython adds where a warning is about an object and nobody keeps where it was made. */
function untraced(category: Dynamic): string {
  return `${class_name(category)}: Enable tracemalloc to get the object allocation traceback\n`;
}

function give(
  message: Dynamic,
  category: Dynamic,
  file: string,
  line: number,
  module: string,
  source: unknown = null,
): void {
  const text = text_of(message);
  const instance: Dynamic = message instanceof Warning ? message : new category(message);
  const action = action_for(text, category, module, line);
  if (action === "ignore") return;
  if (action === "error") throw instance;
  if (action !== "always") {
    const place = action === "once" ? "" : action === "module" ? module : `${module}:${line}`;
    const key = `${class_name(category)}|${place}|${text}`;
    if (state.shown.has(key)) return;
    state.shown.add(key);
  }
  if (state.record !== null) state.record.push(new WarningMessage(instance, category, file, line));
  else {
    const shown = formatwarning(instance, category, file, line);
    standard_streams().stderr?.write(source === null ? shown : shown + untraced(category));
  }
}
