// Where asyncio's messages go: the logger "asyncio". Until the program imports logging: standard error, warnings and up.
import { format_exception } from "../builtins/traceback/format-exception.ts";

export type LogLevel = "debug" | "info" | "warning" | "error";

/** Takes a message and the exception that goes with it. */
export type LogSink = (level: LogLevel, message: string, error: unknown) => void;

/** The runtime's logging module puts its own sink here. */
export const logger: { sink: LogSink; format_exception: (error: unknown) => string } = {
  sink: write_to_error,
  format_exception: (error) => format_exception(error).trimEnd(),
};

export function log(level: LogLevel, message: string, error: unknown = null): void {
  logger.sink(level, message, error);
}

/** What logging's last resort does. */
function write_to_error(level: LogLevel, message: string, error: unknown): void {
  if (level === "debug" || level === "info") return;
  console.error(error === null ? message : `${message}\n${logger.format_exception(error)}`);
}
