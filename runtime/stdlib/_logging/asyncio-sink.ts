// asyncio's messages, once the program uses logging.
import { logger as asyncio_logger } from "../../asyncio/log.ts";
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
  asyncio_logger.sink = (level, message, error) =>
    get_logger("asyncio").log(LEVELS[level], message, { exc_info: error });
}
