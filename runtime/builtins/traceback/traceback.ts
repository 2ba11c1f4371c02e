// Traceback objects: what `error.__traceback__` shows of the calls that led to an exception.
import { frames_of, type Frame } from "./frames.ts";

/** One entry; `tb_next` is the call that it made. */
export class Traceback {
  static readonly __name__: string = "traceback";
  static readonly __module__: string = "builtins";

  readonly tb_frame: StackFrameObject;
  readonly tb_lineno: number;
  readonly tb_next: Traceback | null;
  readonly tb_lasti = -1;

  constructor(frame: Frame, next: Traceback | null) {
    this.tb_frame = new StackFrameObject(frame);
    this.tb_lineno = frame.line;
    this.tb_next = next;
  }
}

/** `tb.tb_frame`: the names and places of a call; its variables are gone. */
export class StackFrameObject {
  static readonly __name__: string = "frame";
  static readonly __module__: string = "builtins";

  readonly f_code: { readonly co_name: string; readonly co_filename: string };
  readonly f_lineno: number;
  readonly f_back = null;

  constructor({ file, line, name }: Frame) {
    this.f_code = new CodeObject(name, file);
    this.f_lineno = line;
  }
}

class CodeObject {
  static readonly __name__: string = "code";
  static readonly __module__: string = "builtins";

  readonly co_name: string;
  readonly co_qualname: string;
  readonly co_filename: string;

  constructor(name: string, file: string) {
    this.co_name = name;
    this.co_qualname = name;
    this.co_filename = file;
  }
}

/** The traceback of an error, outermost call first; `null` where the engine kept no trace. */
export function traceback_of(error: { readonly stack?: unknown }): Traceback | null {
  return frames_of(error).reduceRight<Traceback | null>(
    (next, frame) => new Traceback(frame, next),
    null,
  );
}
