// FrameSummary and StackSummary: the entries of a traceback as values.
import type { Dynamic } from "../../builtins/dynamic.ts";
import { format_frames } from "../../builtins/traceback/format-exception.ts";
import { Traceback } from "../../builtins/traceback/traceback.ts";
import { source_line } from "../../platform/stack-frames.ts";

/** One entry: `filename`, `lineno`, `name` and the text of the `line`. */
export class FrameSummary {
  static readonly __name__: string = "FrameSummary";
  static readonly __module__: string = "traceback";

  readonly filename: string;
  readonly lineno: number;
  readonly name: string;
  readonly line: string | null;

  constructor(filename: string, lineno: number, name: string, { line }: { line?: string } = {}) {
    this.filename = filename;
    this.lineno = lineno;
    this.name = name;
    this.line = line ?? source_line(filename, lineno) ?? "";
  }

  *[Symbol.iterator](): Generator<Dynamic> {
    yield* [this.filename, this.lineno, this.name, this.line];
  }

  __repr__(): string {
    return `<FrameSummary file ${this.filename}, line ${this.lineno} in ${this.name}>`;
  }
}

/** The entries of a traceback, outermost call first. */
export class StackSummary extends Array<FrameSummary> {
  static readonly __name__: string = "StackSummary";
  static readonly __module__: string = "traceback";

  static of_traceback(traceback: Dynamic, limit: number | null = null): StackSummary {
    const summary = new StackSummary();
    for (let at: Dynamic = traceback; at instanceof Traceback; at = at.tb_next) {
      const { co_filename, co_name } = at.tb_frame.f_code;
      summary.push(new FrameSummary(co_filename, at.tb_lineno, co_name));
    }
    if (limit === null) return summary;
    return StackSummary.from(
      limit >= 0 ? [...summary].slice(0, limit) : [...summary].slice(limit),
    ) as StackSummary;
  }

  /** The lines that tracebacks show for the entries. */
  format(): string[] {
    return [...this].map(({ filename, lineno, name, line }) =>
      format_frames([{ file: filename, line: lineno, name, text: line }]),
    );
  }
}
