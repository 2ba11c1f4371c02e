// Modules of Python's library in which a patch may replace something: the loggers of asyncio's.
import { logger, type LogMessage, type LogSink } from "../../asyncio/log.ts";
import type { Dynamic } from "../../builtins/dynamic.ts";
import { EventLoop } from "../../asyncio/base_events.ts";
import { ProgramModule } from "../../builtins/program-modules.ts";
import { connect_asyncio, tell_logger } from "../_logging/asyncio-sink.ts";
import { get_logger } from "../_logging/logger.ts";

/** By module of asyncio. */
const replaced = new Map<string, Dynamic>();

/** `null` for modules in which nothing can be replaced. */
export function library_module(name: string): ProgramModule | null {
  const module = /^asyncio\.(\w+)$/.exec(name)?.[1];
  if (module === undefined || !LOGGING.has(module)) return null;
  if (logger.sink !== tell) {
    connect_asyncio();
    others = logger.sink;
    logger.sink = tell;
  }
  const names = (): Record<string, Dynamic> => ({
    logger: replaced.get(module) ?? get_logger("asyncio"),
    ...(module === "base_events" ? { BaseEventLoop: EventLoop } : {}),
  });
  return new ProgramModule(name, names, { logger: (value) => replace(module, value) });
}

/** Those that have a `logger`. */
const LOGGING: ReadonlySet<string> = new Set([
  "base_events",
  "base_subprocess",
  "log",
  "selector_events",
  "sslproto",
  "streams",
  "unix_events",
]);

function replace(module: string, value: Dynamic): void {
  if (value === get_logger("asyncio")) replaced.delete(module);
  else replaced.set(module, value);
}

let others: LogSink = logger.sink;

function tell(message: LogMessage): void {
  const own: Dynamic = replaced.get(message.module);
  if (own === undefined) others(message);
  else tell_logger(own, message);
}
