// Tracebacks: an exception with its calls, causes, contexts, notes and groups, as CPython prints them.
import { as_exception } from "../exceptions/as-exception.ts";
import type { BaseException } from "../exceptions/base.ts";
import { is_group } from "../exceptions/groups.ts";
import { SyntaxError } from "../exceptions/syntax-error.ts";
import { repr, text_of } from "../representation.ts";
import { class_full_name } from "../type-name.ts";
import { handled_where } from "./handled-where.ts";
import { hint } from "./hint.ts";
import { looked_at } from "./trail.ts";
import { underlined } from "./underlined.ts";
import { source_lines } from "../../platform/stack-frames.ts";
import { frames_below, frames_of, type Frame } from "./frames.ts";

const CAUSE = "\nThe above exception was the direct cause of the following exception:\n\n";
const CONTEXT = "\nDuring handling of the above exception, another exception occurred:\n\n";
const MAX_GROUP_WIDTH = 15;
const MAX_GROUP_DEPTH = 10;
const MAX_REPEATED_FRAMES = 3;

/** The whole traceback with a newline at its end: what CPython prints for an exception that nobody caught. */
export function format_exception(
  thrown: unknown,
  {
    chain = true,
    is_uncaught = false,
  }: { readonly chain?: boolean; readonly is_uncaught?: boolean } = {},
): string {
  const error = as_exception(thrown);
  if (!is_uncaught) looked_at(error);
  const writer = new TracebackWriter(chain, is_uncaught ? error : null);
  writer.write(error, null);
  return writer.text;
}

/** The last part alone: `ValueError: text`, with the notes. */
export function format_exception_only(error: BaseException, frames: readonly Frame[] = []): string {
  return exception_line(error, frames) + notes(error);
}

/** The entries for the frames, as `traceback.format_list` has them. Frames that repeat are counted. */
export function format_frames(frames: readonly Frame[]): string {
  let text = "";
  let repeated = 0;
  frames.forEach((frame, index) => {
    const last = frames[index - 1];
    const is_repeated =
      last?.file === frame.file && last.line === frame.line && last.name === frame.name;
    repeated = is_repeated ? repeated + 1 : 0;
    if (repeated < MAX_REPEATED_FRAMES) text += frame_text(frame);
    const next = frames[index + 1];
    const goes_on =
      next?.file === frame.file && next.line === frame.line && next.name === frame.name;
    if (repeated >= MAX_REPEATED_FRAMES && !goes_on) {
      const more = repeated - MAX_REPEATED_FRAMES + 1;
      text += `  [Previous line repeated ${more} more time${more === 1 ? "" : "s"}]\n`;
    }
  });
  return text;
}

function frame_text({ file, line, name, text, place }: Frame): string {
  const source =
    text === null || text === ""
      ? ""
      : place == null
        ? `    ${text}\n`
        : underlined(source_lines(file, place.line, place.end_line), place);
  return `  File "${file}", line ${line}, in ${name}\n${source}`;
}

/** Writes nested groups with their margins. */
class TracebackWriter {
  text = "";
  readonly #chains: boolean;
  readonly #seen = new Set<BaseException>();
  #depth = 0;
  #needs_close = false;

  readonly #uncaught: BaseException | null;

  constructor(chains: boolean, uncaught: BaseException | null) {
    this.#chains = chains;
    this.#uncaught = uncaught;
  }

  /** An exception behind those that led to it. */
  write(error: BaseException, outer: readonly Frame[] | null): void {
    this.#seen.add(error);
    const all = frames_of(error, { below_handler: false });
    if (this.#chains) this.#write_origin(error, all);
    const frames = this.#shown(error, all, outer);
    if (is_group(error)) this.#write_group(error, frames);
    else {
      if (frames.length > 0) this.#emit("Traceback (most recent call last):\n");
      this.#emit(format_frames(frames));
      this.#emit(format_exception_only(error, all));
    }
  }

  /** Where the program does not say where it was caught, what led to both does not count. */
  #shown(
    error: BaseException,
    all: readonly Frame[],
    outer: readonly Frame[] | null,
  ): readonly Frame[] {
    if (error === this.#uncaught) return all;
    const below = frames_of(error);
    return outer === null || below.length < all.length ? below : frames_below(all, outer);
  }

  #write_origin(error: BaseException, frames: readonly Frame[]): void {
    const cause = error.__cause__;
    const context = error.__suppress_context__
      ? null
      : (error.__context__ ?? handled_where(error, frames));
    const origin = cause ?? context;
    if (origin === null || this.#seen.has(origin)) return;
    this.write(origin, frames);
    this.#emit(cause === null ? CONTEXT : CAUSE);
  }

  #write_group(
    group: BaseException & { readonly exceptions: readonly BaseException[] },
    frames: readonly Frame[],
  ): void {
    if (this.#depth > MAX_GROUP_DEPTH)
      return this.#emit(`... (max_group_depth is ${MAX_GROUP_DEPTH})\n`);
    const is_top = this.#depth === 0;
    if (is_top) this.#depth++;
    if (frames.length > 0) {
      const head = "Exception Group Traceback (most recent call last):\n";
      this.#emit(head, is_top ? "+ " : null);
      this.#emit(format_frames(frames));
    }
    this.#emit(format_exception_only(group));
    const { exceptions } = group;
    const shown = exceptions.length > MAX_GROUP_WIDTH ? MAX_GROUP_WIDTH + 1 : exceptions.length;
    this.#needs_close = false;
    for (let index = 0; index < shown; index++) {
      if (index === shown - 1) this.#needs_close = true;
      const is_cut = index === MAX_GROUP_WIDTH;
      const label = is_cut ? "..." : String(index + 1);
      this.text += `${this.#indentation}${index === 0 ? "+-" : "  "}+---------------- ${label} ----------------\n`;
      this.#depth++;
      const member = exceptions[index];
      if (is_cut) {
        const more = exceptions.length - MAX_GROUP_WIDTH;
        this.#emit(`and ${more} more exception${more > 1 ? "s" : ""}\n`);
      } else if (member !== undefined) this.write(member, null);
      if (index === shown - 1 && this.#needs_close) {
        this.text += `${this.#indentation}+------------------------------------\n`;
        this.#needs_close = false;
      }
      this.#depth--;
    }
    if (is_top) this.#depth = 0;
  }

  get #indentation(): string {
    return "  ".repeat(this.#depth);
  }

  /** Lines behind the margin of the group they belong to. */
  #emit(lines: string, margin: string | null = null): void {
    if (lines === "") return;
    if (this.#depth === 0) {
      this.text += lines;
      return;
    }
    const prefix = this.#indentation + (margin ?? "| ");
    for (const line of lines.replace(/\n$/, "").split("\n")) this.text += `${prefix}${line}\n`;
  }
}

function exception_line(error: BaseException, frames: readonly Frame[]): string {
  // Classes of the main program go without their module here, unlike in their repr.
  const name = class_full_name(error.constructor).replace(/^__main__\./, "");
  if (error instanceof SyntaxError && error.lineno !== null) return syntax_error_text(error, name);
  const text = safe(() => text_of(error), "<exception str() failed>");
  const shown = text === "" ? name : `${name}: ${text}`;
  return `${shown}${hint(error, frames)}\n`;
}

function syntax_error_text(error: SyntaxError, name: string): string {
  let text = `  File "${error.filename ?? "<string>"}", line ${error.lineno}\n`;
  if (typeof error.text === "string") {
    const line = error.text.trimEnd();
    const shown = line.trimStart();
    text += `    ${shown}\n`;
    if (error.offset !== null) {
      const column = Math.max(0, error.offset - 1 - (line.length - shown.length));
      const end = Math.max(column + 1, (error.end_offset ?? 0) - 1 - (line.length - shown.length));
      text += `    ${" ".repeat(column)}${"^".repeat(end - column)}\n`;
    }
  }
  return `${text}${name}: ${text_of(error.msg ?? "<no detail available>")}\n`;
}

function notes(error: BaseException): string {
  const added: unknown = error.__notes__;
  if (added == null) return "";
  if (!Array.isArray(added)) return `${safe(() => repr(added), "<__notes__ repr() failed>")}\n`;
  return added.map((note) => `${safe(() => text_of(note), "<note str() failed>")}\n`).join("");
}

function safe(show: () => string, otherwise: string): string {
  try {
    return show();
  } catch {
    return otherwise;
  }
}
