// Logger: the tree of names, and how messages climb it.
import { as_exception } from "../../builtins/exceptions/as-exception.ts";
import type { Dynamic } from "../../builtins/dynamic.ts";
import { Dict } from "../../builtins/index.ts";
import { is_keywords } from "../../builtins/keywords.ts";
import { handled_exception } from "../../builtins/raising/handling.ts";
import { class_name } from "../../builtins/type-name.ts";
import { Filterer, StreamHandler, type Handler } from "./handlers.ts";
import {
  checked_level,
  CRITICAL,
  DEBUG,
  ERROR,
  getLevelName,
  INFO,
  NOTSET,
  WARNING,
} from "./levels.ts";
import { LogRecord } from "./record.ts";

/** Messages up to this level go nowhere: `logging.disable`. */
export const threshold = { disabled: NOTSET };

interface LogOptions {
  readonly exc_info?: Dynamic;
  readonly stack_info?: boolean;
  readonly stacklevel?: number;
  readonly extra?: Dynamic;
}

export class Logger extends Filterer {
  static readonly __name__: string = "Logger";
  readonly name: string;
  level: number;
  parent: Logger | null = null;
  propagate = true;
  disabled = false;
  handlers: Handler[] = [];

  constructor(name: string, level: number | string = NOTSET) {
    super();
    this.name = name;
    this.level = checked_level(level);
  }

  setLevel(level: number | string): void {
    this.level = checked_level(level);
  }

  getEffectiveLevel(): number {
    for (let logger: Logger | null = this; logger !== null; logger = logger.parent) {
      if (logger.level !== NOTSET) return logger.level;
    }
    return NOTSET;
  }

  isEnabledFor(level: number): boolean {
    return !this.disabled && level > threshold.disabled && level >= this.getEffectiveLevel();
  }

  debug(msg: Dynamic, ...args: Dynamic[]): void {
    this.#log(DEBUG, msg, args);
  }

  info(msg: Dynamic, ...args: Dynamic[]): void {
    this.#log(INFO, msg, args);
  }

  warning(msg: Dynamic, ...args: Dynamic[]): void {
    this.#log(WARNING, msg, args);
  }

  warn(msg: Dynamic, ...args: Dynamic[]): void {
    this.#log(WARNING, msg, args);
  }

  error(msg: Dynamic, ...args: Dynamic[]): void {
    this.#log(ERROR, msg, args);
  }

  /** An error with the exception: pass it by `exc_info`, as the emitter does in an `except`. */
  exception(msg: Dynamic, ...args: Dynamic[]): void {
    this.#log(ERROR, msg, with_exception(args));
  }

  critical(msg: Dynamic, ...args: Dynamic[]): void {
    this.#log(CRITICAL, msg, args);
  }

  fatal(msg: Dynamic, ...args: Dynamic[]): void {
    this.#log(CRITICAL, msg, args);
  }

  log(level: number, msg: Dynamic, ...args: Dynamic[]): void {
    this.#log(level, msg, args);
  }

  handle(record: LogRecord): void {
    if (this.disabled) return;
    const passing = this.filter(record);
    if (passing !== null) this.callHandlers(passing);
  }

  callHandlers(record: LogRecord): void {
    let count = 0;
    for (
      let logger: Logger | null = this;
      logger !== null;
      logger = logger.propagate ? logger.parent : null
    ) {
      for (const handler of logger.handlers) {
        count++;
        if (record.levelno >= handler.level) handler.handle(record);
      }
    }
    if (count === 0 && record.levelno >= WARNING) new StreamHandler().handle(record);
  }

  hasHandlers(): boolean {
    for (
      let logger: Logger | null = this;
      logger !== null;
      logger = logger.propagate ? logger.parent : null
    ) {
      if (logger.handlers.length > 0) return true;
    }
    return false;
  }

  addHandler(hdlr: Handler): void {
    if (!this.handlers.includes(hdlr)) this.handlers.push(hdlr);
  }

  removeHandler(hdlr: Handler): void {
    this.handlers = this.handlers.filter((each) => each !== hdlr);
  }

  getChild(suffix: string): Logger {
    return get_logger(this === root ? suffix : `${this.name}.${suffix}`);
  }

  __repr__(): string {
    const level = getLevelName(this.getEffectiveLevel());
    return `<${class_name(this.constructor)} ${this.name} (${level})>`;
  }

  #log(level: number, msg: Dynamic, all: readonly Dynamic[]): void {
    if (!this.isEnabledFor(level)) return;
    const last: unknown = all.at(-1);
    const options: LogOptions = is_keywords(last) ? last : {};
    const args = is_keywords(last) ? all.slice(0, -1) : all;
    const record = new LogRecord(this.name, level, msg, args, error_of(options.exc_info));
    const { extra } = options;
    if (extra instanceof Dict) for (const [name, value] of extra.entries()) record[name] = value;
    this.handle(record);
  }
}

class RootLogger extends Logger {
  static override readonly __name__: string = "RootLogger";
}

export const root: Logger = new RootLogger("root", WARNING);
const loggers = new Map<string, Logger>();

/** The logger of that name, the same one each time; the root without a name. */
export function get_logger(name: string | null = null): Logger {
  if (name === null || name === "" || name === "root") return root;
  const known = loggers.get(name);
  if (known !== undefined) return known;
  const logger = new Logger(name);
  loggers.set(name, logger);
  logger.parent = nearest_above(name);
  for (const [other, each] of loggers) {
    if (other.startsWith(`${name}.`) && !each.parent?.name.startsWith(`${name}.`))
      each.parent = logger;
  }
  return logger;
}

function nearest_above(name: string): Logger {
  for (let dot = name.lastIndexOf("."); dot > 0; dot = name.lastIndexOf(".", dot - 1)) {
    const above = loggers.get(name.slice(0, dot));
    if (above !== undefined) return above;
  }
  return root;
}

function with_exception(args: readonly Dynamic[]): readonly Dynamic[] {
  const last: unknown = args.at(-1);
  if (!is_keywords(last)) return [...args, { exc_info: true }];
  return [...args.slice(0, -1), { exc_info: true, ...last }];
}

/** `exc_info=True` is the exception that is handled; an exception, or the second of three, is itself. */
function error_of(exc_info: Dynamic): Dynamic {
  if (exc_info == null || exc_info === false) return null;
  if (exc_info === true) return handled_exception();
  const error: Dynamic = Array.isArray(exc_info) ? exc_info[1] : exc_info;
  return error instanceof Error ? as_exception(error) : error;
}
