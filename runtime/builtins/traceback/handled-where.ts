// Which exception was being handled when another was raised, told from where both were: programs that can't see it
// (`__context__`, `sys.exc_info`) do not keep it, but their tracebacks show it.
import type { Lines, SourceHandler, SourceTry } from "../../platform/python-places.ts";
import { source_line } from "../../platform/stack-frames.ts";
import type { BaseException } from "../exceptions/base.ts";
import { made_before } from "../exceptions/recent.ts";
import { class_name } from "../type-name.ts";
import { frames_of, type Frame } from "./frames.ts";

/** `frames`: those of the exception, outermost first. `null` where none of them stands in a handler or `finally`. */
export function handled_where(
  error: BaseException,
  frames: readonly Frame[],
): BaseException | null {
  let earlier: readonly Made[] | null = null;
  for (let index = frames.length - 1; index >= 0; index--) {
    const frame = frames[index];
    for (const part of frame === undefined ? [] : parts_around(frame)) {
      earlier ??= made_before(error).map((each) => new Made(each as BaseException));
      const came = earlier.filter((each) => each.went_into(part, index, frame as Frame));
      // Names of classes may be variables: then the last one will do.
      const found = came.find(({ error: each }) => takes(part.handler, each)) ?? came[0];
      if (found !== undefined) return found.error;
    }
  }
  return null;
}

/** A handler, or a `finally`, and what the exceptions came out of that it runs for. */
interface Part {
  readonly source: Lines;
  /** `null` for `finally`. */
  readonly handler: SourceHandler | null;
  readonly size: number;
}

/** The handlers and finalizers that hold the frame's line, innermost first. */
function parts_around({ line, tries = [] }: Frame): readonly Part[] {
  return tries.flatMap((each) => parts(each, line)).sort((a, b) => a.size - b.size);
}

function parts({ body, handlers, finalizer }: SourceTry, line: number): readonly Part[] {
  const handler = handlers.find((each) => holds(each, line));
  if (handler !== undefined) return [{ source: body, handler, size: handler.last - handler.first }];
  if (finalizer === null || !holds(finalizer, line)) return [];
  const source = { first: body.first, last: finalizer.first - 1 };
  return [{ source, handler: null, size: finalizer.last - finalizer.first }];
}

function holds({ first, last }: Lines, line: number): boolean {
  return line >= first && line <= last;
}

/** An exception that was made before. */
class Made {
  readonly error: BaseException;
  private known: readonly Frame[] | null = null;

  constructor(error: BaseException) {
    this.error = error;
  }

  private get frames(): readonly Frame[] {
    return (this.known ??= frames_of(this.error, { below_handler: false }));
  }

  /** It came out of the part's body, in the call that is the frame at `index`. */
  went_into({ source, handler }: Part, index: number, frame: Frame): boolean {
    const is_it = (each: Frame | undefined): boolean =>
      each !== undefined && is_same_code(each, frame) && holds(source, each.line);
    const at = is_it(this.frames[index]) ? index : this.frames.findLastIndex(is_it);
    if (at < 0) return false;
    return handler === null ? this.left(at, source) : !this.is_kept(at, source);
  }

  /** Nobody took it between the place where it was raised and the body of the `finally`. */
  private left(at: number, source: Lines): boolean {
    const innermost = this.frames.at(-1);
    return innermost !== undefined && !is_asked(innermost) && !this.is_kept(at, source);
  }

  private is_kept(at: number, source: Lines): boolean {
    return this.frames.slice(at).some(({ line, tries = [] }, index) =>
      tries.some(({ body, handlers }) => {
        if (!holds(body, line)) return false;
        // Of the function itself, the statements inside of the body.
        const is_inside = body.first > source.first && body.last <= source.last;
        if (index === 0 && !is_inside) return false;
        const taker = handlers.find((each) => takes(each, this.error));
        return taker !== undefined && !taker.passes_on;
      }),
    );
  }
}

/** `getattr(x, "y", None)` and its like raise for themselves alone. */
function is_asked({ file, place }: Frame): boolean {
  if (place == null) return false;
  const text = source_line(file, place.line) ?? "";
  return /\b(?:getattr|hasattr|next|anext)\(/.test(text);
}

function takes(handler: SourceHandler | null, error: BaseException): boolean {
  const types = handler?.types ?? null;
  if (types === null) return true;
  for (let at = Object.getPrototypeOf(error); at !== null; at = Object.getPrototypeOf(at))
    if (types.includes(class_name(at.constructor)) || is_alias(at.constructor, types)) return true;
  return false;
}

/** `IOError` and `EnvironmentError` are names for another. */
function is_alias(type: Function, types: readonly string[]): boolean {
  return (
    class_name(type) === "OSError" && types.some((each) => /^(?:IO|Environment)Error$/.test(each))
  );
}

function is_same_code(a: Frame, b: Frame): boolean {
  return a.file === b.file && a.qualname === b.qualname && a.first_line === b.first_line;
}
