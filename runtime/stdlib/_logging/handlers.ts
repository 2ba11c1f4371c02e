// Handlers: where messages go.
import type { Dynamic } from "../../builtins/dynamic.ts";
import { call } from "../../builtins/calls/call.ts";
import { bool } from "../../builtins/index.ts";
import { open } from "../../builtins/files/index.ts";
import { standard_streams } from "../../builtins/standard-streams.ts";
import { format_exception } from "../../builtins/traceback/format-exception.ts";
import { class_name } from "../../builtins/type-name.ts";
import { fspath } from "../_os/guard.ts";
import { Formatter } from "./formatter.ts";
import { checked_level, getLevelName, NOTSET } from "./levels.ts";
import type { LogRecord } from "./record.ts";

/** What says whether a record passes: an object with `filter`, or a function. */
export class Filterer {
  static readonly __module__: string = "logging";
  filters: Dynamic[] = [];

  addFilter(filter: Dynamic): void {
    if (!this.filters.includes(filter)) this.filters.push(filter);
  }

  removeFilter(filter: Dynamic): void {
    this.filters = this.filters.filter((each) => each !== filter);
  }

  /** The record that passes, `null` when one of the filters holds it back. */
  filter(record: LogRecord): LogRecord | null {
    let passing = record;
    for (const filter of this.filters) {
      const result: Dynamic =
        typeof filter?.filter === "function" ? filter.filter(passing) : call(filter, passing);
      if (!bool(result)) return null;
      if (typeof result === "object") passing = result;
    }
    return passing;
  }
}

/** Lets a logger and those below it pass. */
export class Filter {
  static readonly __name__: string = "Filter";
  static readonly __module__: string = "logging";
  readonly name: string;

  constructor(name: string = "") {
    this.name = name;
  }

  filter(record: LogRecord): boolean {
    return this.name === "" || record.name === this.name || record.name.startsWith(`${this.name}.`);
  }
}

export class Handler extends Filterer {
  static readonly __name__: string = "Handler";
  level: number;
  formatter: Formatter | null = null;
  name: string | null = null;

  constructor(level: number | string = NOTSET) {
    super();
    this.level = checked_level(level);
  }

  setLevel(level: number | string): void {
    this.level = checked_level(level);
  }

  setFormatter(fmt: Formatter | null): void {
    this.formatter = fmt;
  }

  format(record: LogRecord): string {
    return (this.formatter ?? new Formatter()).format(record);
  }

  emit(_record: LogRecord): void {}

  handle(record: LogRecord): boolean {
    const passing = this.filter(record);
    if (passing === null) return false;
    this.emit(passing);
    return true;
  }

  /** A message that can't be written is reported and forgotten. */
  handleError(_record: LogRecord, error: unknown): void {
    standard_streams().stderr?.write(`--- Logging error ---\n${format_exception(error)}`);
  }

  flush(): void {}

  close(): void {}

  __repr__(): string {
    return `<${class_name(this.constructor)} (${getLevelName(this.level)})>`;
  }
}

/** Writes to a stream, `sys.stderr` unless told. */
export class StreamHandler extends Handler {
  static override readonly __name__: string = "StreamHandler";
  terminator = "\n";
  #stream: Dynamic;

  constructor(stream: Dynamic = null) {
    super();
    this.#stream = stream ?? standard_streams().stderr;
  }

  get stream(): Dynamic {
    return this.#stream;
  }

  setStream(stream: Dynamic): Dynamic {
    const before: Dynamic = this.#stream;
    this.#stream = stream;
    return before;
  }

  override emit(record: LogRecord): void {
    try {
      this.stream.write(this.format(record) + this.terminator);
      this.flush();
    } catch (error) {
      this.handleError(record, error);
    }
  }

  override flush(): void {
    this.stream?.flush?.();
  }

  override __repr__(): string {
    const name: unknown = this.stream?.name;
    const shown = typeof name === "string" && name !== "" ? `${name} ` : "";
    return `<${class_name(this.constructor)} ${shown}(${getLevelName(this.level)})>`;
  }
}

export class FileHandler extends StreamHandler {
  static override readonly __name__: string = "FileHandler";
  readonly baseFilename: string;

  constructor(
    filename: Dynamic,
    mode: string = "a",
    encoding: string | null = null,
    _delay: boolean = false,
    errors: string | null = null,
  ) {
    super((open as Dynamic)(fspath(filename), mode, { encoding, errors }));
    this.baseFilename = fspath(filename);
  }

  override close(): void {
    this.flush();
    this.stream.close();
  }
}

export class NullHandler extends Handler {
  static override readonly __name__: string = "NullHandler";

  override handle(_record: LogRecord): boolean {
    return false;
  }
}
