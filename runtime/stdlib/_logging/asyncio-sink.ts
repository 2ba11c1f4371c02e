// asyncio's messages, once the program uses logging.
import { call_method } from "../../builtins/attributes/call-method.ts";
import type { Dynamic } from "../../builtins/dynamic.ts";
import { Tuple } from "../../builtins/tuple.ts";
import { logger as asyncio_logger, type LogMessage } from "../../asyncio/log.ts";
import { CRITICAL, DEBUG, ERROR, INFO, WARNING } from "./levels.ts";
import { get_logger } from "./logger.ts";

const LEVELS = {
  debug: DEBUG,
  info: INFO,
  warning: WARNING,
  error: ERROR,
  critical: CRITICAL,
} as const;

/** From now on they go through the logger "asyncio". */
export function connect_asyncio(): void {
  asyncio_logger.sink = (message) => {
    const { level, text, error } = message;
    const logger = get_logger("asyncio");
    // A test may have put something else for the method.
    if (Object.hasOwn(logger, level)) tell_logger(logger, message);
    else logger.log(LEVELS[level], text, { exc_info: error });
  };
}

/** The call that CPython's asyncio makes. */
export function tell_logger(
  logger: Dynamic,
  { level, format, args, error, is_handled }: LogMessage,
): void {
  const exc_info = is_handled || (error !== null && exc_info_of(error));
  call_method(logger, level, format, ...args, ...(level === "error" ? [{ exc_info }] : []));
}

function exc_info_of(error: Dynamic): Dynamic {
  return Tuple.of(error.constructor, error, error.__traceback__ ?? null);
}
