// Python's logging.
import type { Dynamic } from "../builtins/dynamic.ts";
import { ValueError } from "../builtins/exceptions/index.ts";
import { BASIC_FORMATS, Formatter } from "./_logging/formatter.ts";
import { FileHandler, StreamHandler, type Handler } from "./_logging/handlers.ts";
import { CRITICAL, DEBUG, ERROR, INFO, WARNING } from "./_logging/levels.ts";
import { get_logger, root, threshold, type Logger } from "./_logging/logger.ts";
import { connect_asyncio } from "./_logging/asyncio-sink.ts";

export {
  addLevelName,
  CRITICAL,
  CRITICAL as FATAL,
  DEBUG,
  ERROR,
  getLevelName,
  INFO,
  NOTSET,
  WARNING,
  WARNING as WARN,
} from "./_logging/levels.ts";
export { Formatter } from "./_logging/formatter.ts";
export { FileHandler, Filter, Handler, NullHandler, StreamHandler } from "./_logging/handlers.ts";
export { Logger, root } from "./_logging/logger.ts";
export { LogRecord } from "./_logging/record.ts";

connect_asyncio();

export function getLogger(name: string | null = null): Logger {
  return get_logger(name);
}

export interface BasicConfigOptions {
  filename?: Dynamic;
  filemode?: string;
  format?: string | null;
  datefmt?: string | null;
  style?: string;
  level?: number | string | null;
  stream?: Dynamic;
  handlers?: Iterable<Handler> | null;
  force?: boolean;
  encoding?: string | null;
  errors?: string | null;
}

/** Gives the root logger a handler, unless it has one already (`force` drops those). */
export function basicConfig({
  filename = null,
  filemode = "a",
  format = null,
  datefmt = null,
  style = "%",
  level = null,
  stream = null,
  handlers = null,
  force = false,
  encoding = null,
  errors = null,
}: BasicConfigOptions = {}): void {
  if (force) {
    for (const handler of root.handlers) handler.close();
    root.handlers = [];
  }
  if (root.handlers.length > 0) return;
  if (stream !== null && filename !== null) {
    throw new ValueError("'stream' and 'filename' should not be specified together");
  }
  if (!(style in BASIC_FORMATS)) throw new ValueError("Style must be one of: %,{,$");
  const formatter = new Formatter(format ?? BASIC_FORMATS[style] ?? null, datefmt, style);
  const added = handlers ?? [
    filename === null
      ? new StreamHandler(stream)
      : new FileHandler(filename, filemode, encoding, false, errors),
  ];
  for (const handler of added) {
    if (handler.formatter === null) handler.setFormatter(formatter);
    root.addHandler(handler);
  }
  if (level !== null) root.setLevel(level);
}

/** The root logger's, which gets a handler if it has none. */
export function debug(msg: Dynamic, ...args: Dynamic[]): void {
  configured().log(DEBUG, msg, ...args);
}

export function info(msg: Dynamic, ...args: Dynamic[]): void {
  configured().log(INFO, msg, ...args);
}

export function warning(msg: Dynamic, ...args: Dynamic[]): void {
  configured().log(WARNING, msg, ...args);
}

export function error(msg: Dynamic, ...args: Dynamic[]): void {
  configured().log(ERROR, msg, ...args);
}

export function exception(msg: Dynamic, ...args: Dynamic[]): void {
  configured().exception(msg, ...args);
}

export function critical(msg: Dynamic, ...args: Dynamic[]): void {
  configured().log(CRITICAL, msg, ...args);
}

export function log(level: number, msg: Dynamic, ...args: Dynamic[]): void {
  configured().log(level, msg, ...args);
}

/** Messages up to this level go nowhere. */
export function disable(level: number = CRITICAL): void {
  threshold.disabled = Number(level);
}

export function shutdown(): void {
  for (const handler of root.handlers) handler.flush();
}

function configured(): Logger {
  if (root.handlers.length === 0) basicConfig();
  return root;
}
