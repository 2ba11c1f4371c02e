// assertLogs, assertNoLogs.
import type { Dynamic } from "../../builtins/dynamic.ts";
import { repr } from "../../builtins/representation.ts";
import { truth } from "../../builtins/truth.ts";
import { namedtuple } from "../collections.ts";
import {
  Formatter,
  getLevelName,
  getLogger,
  Handler,
  INFO,
  Logger,
  type LogRecord,
} from "../logging.ts";
import { checked_level } from "../_logging/levels.ts";
import type { Asserting } from "./asserting.ts";

const FORMAT = "%(levelname)s:%(name)s:%(message)s";

/** Records what the logger is told inside of the block. */
export class AssertLogsContext {
  static readonly __name__: string = "_AssertLogsContext";
  static readonly __module__: string = "unittest._log";
  readonly test_case: Asserting;
  readonly level: number;
  readonly no_logs: boolean;
  readonly #given: Dynamic;
  readonly #handler: CapturingHandler;
  #logger: Logger | null = null;
  #before: Pick<Logger, "handlers" | "level" | "propagate"> | null = null;

  constructor(test_case: Asserting, logger: Dynamic, level: Dynamic, no_logs: boolean) {
    this.test_case = test_case;
    this.#given = logger;
    this.level = truth(level) ? checked_level(level) : INFO;
    this.no_logs = no_logs;
    this.#handler = new CapturingHandler();
    this.#handler.setLevel(this.level);
    this.#handler.setFormatter(new Formatter(FORMAT));
  }

  __enter__(): Dynamic {
    const logger = this.#given instanceof Logger ? this.#given : getLogger(this.#given);
    this.#logger = logger;
    const { handlers, level, propagate } = logger;
    this.#before = { handlers, level, propagate };
    logger.handlers = [this.#handler];
    logger.setLevel(this.level);
    logger.propagate = false;
    return this.no_logs ? null : this.#handler.watcher;
  }

  __exit__(_type: Dynamic, error: Dynamic, _traceback: Dynamic): boolean {
    const logger = this.#logger;
    if (logger === null || this.#before === null) return false;
    logger.handlers = this.#before.handlers;
    logger.propagate = this.#before.propagate;
    logger.setLevel(this.#before.level);
    if (error != null) return false;
    const { records, output } = this.#handler.watcher;
    if (this.no_logs && records.length > 0) this.#fail(`Unexpected logs found: ${repr(output)}`);
    if (!this.no_logs && records.length === 0)
      this.#fail(
        `no logs of level ${getLevelName(this.level)} or higher triggered on ${logger.name}`,
      );
    return false;
  }

  #fail(text: string): never {
    const { test_case } = this;
    throw new (test_case.failureException as Dynamic)(test_case._formatMessage(null, text));
  }
}

class CapturingHandler extends Handler {
  readonly watcher: Dynamic = watcher([], []);

  override emit(record: LogRecord): void {
    this.watcher.records.push(record);
    this.watcher.output.push(this.format(record));
  }
}

function watcher(records: LogRecord[], output: string[]): Dynamic {
  const Watcher = namedtuple("_LoggingWatcher", ["records", "output"], { module: "unittest._log" });
  return new Watcher(records, output);
}
