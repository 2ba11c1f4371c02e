// A document as text: each group on one line where there is room, else broken.
import { PRINT_WIDTH } from "../writer.ts";
import type { Doc, Fill, Group, GroupId } from "./doc.ts";
import { indent } from "./doc.ts";
import { width_of } from "./width.ts";

/** `column`: where it begins; `indentation`: of the lines that it breaks into. */
export function render(doc: Doc, column: number, indentation: number, width = PRINT_WIDTH): string {
  return new Rendering(column, width).run({ doc, indentation, is_flat: false });
}

interface Command {
  readonly doc: Doc;
  readonly indentation: number;
  readonly is_flat: boolean;
}

class Rendering {
  private readonly width: number;
  private readonly pieces: string[] = [];
  private readonly commands: Command[] = [];
  /** Of the groups that others ask about. */
  private readonly is_group_flat = new Map<GroupId, boolean>();
  private column: number;
  /** A line has ended inside of a flat group: what fits is measured anew. */
  private must_measure = false;

  constructor(column: number, width: number) {
    this.column = column;
    this.width = width;
  }

  run(whole: Command): string {
    const { commands } = this;
    commands.push(whole);
    for (let command = commands.pop(); command !== undefined; command = commands.pop())
      this.step(command);
    return this.pieces.join("");
  }

  private step(command: Command): void {
    const { doc, indentation, is_flat } = command;
    if (typeof doc === "string") {
      this.pieces.push(doc);
      this.column += width_of(doc);
      return;
    }
    switch (doc.kind) {
      case "concat":
        for (let at = doc.parts.length - 1; at >= 0; at--)
          this.commands.push({ doc: doc.parts[at] ?? "", indentation, is_flat });
        return;
      case "indent":
        this.commands.push({ doc: doc.contents, indentation: indentation + 2, is_flat });
        return;
      case "group":
        return this.group(doc, command);
      case "if break": {
        const is_broken = !(doc.of === null ? is_flat : this.is_flat(doc.of));
        this.commands.push({ ...command, doc: is_broken ? doc.broken : doc.flat });
        return;
      }
      case "indent if break":
        this.commands.push({
          ...command,
          doc: this.is_flat(doc.of) ? doc.contents : indent(doc.contents),
        });
        return;
      case "fill":
        return this.fill(doc, 0, command);
      case "line":
        if (is_flat && doc.form !== "hard") {
          if (doc.form === "soft") return;
          this.pieces.push(" ");
          this.column++;
          return;
        }
        if (is_flat) this.must_measure = true;
        return this.end_line(indentation);
      case "break parent":
        return;
    }
  }

  private group(doc: Group, { indentation, is_flat }: Command): void {
    if (is_flat && !this.must_measure) {
      this.choose(doc, { doc: doc.contents, indentation, is_flat: !doc.is_broken });
      return;
    }
    this.must_measure = false;
    const flat = { doc: doc.contents, indentation, is_flat: true };
    if (!doc.is_broken && this.fits(flat)) return this.choose(doc, flat);
    if (doc.states === null) return this.choose(doc, { ...flat, is_flat: false });
    if (!doc.is_broken) {
      for (const state of doc.states.slice(1, -1)) {
        const command = { doc: state, indentation, is_flat: true };
        if (this.fits(command)) return this.choose(doc, command);
      }
    }
    this.choose(doc, { doc: doc.states.at(-1) ?? "", indentation, is_flat: false });
  }

  private choose(doc: Group, command: Command): void {
    this.commands.push(command);
    if (doc.id !== null) this.is_group_flat.set(doc.id, command.is_flat);
  }

  private is_flat(id: GroupId): boolean {
    return this.is_group_flat.get(id) ?? true;
  }

  private fill(doc: Fill, from: number, command: Command): void {
    const { parts } = doc;
    const { indentation } = command;
    const item = parts[from];
    if (item === undefined) return;
    const flat = { doc: item, indentation, is_flat: true };
    const fits = this.fits(flat, true);
    const own = fits ? flat : { ...flat, is_flat: false };
    const separator = parts[from + 1];
    const next = parts[from + 2];
    if (separator === undefined || next === undefined) {
      if (separator !== undefined) this.commands.push({ ...own, doc: separator });
      this.commands.push(own);
      return;
    }
    const pair = { doc: { ...doc, parts: [item, separator, next] }, indentation, is_flat: true };
    const fits_both = this.fits(pair, true);
    const rest = { ...doc, parts: parts.slice(from + 2) };
    this.commands.push({ ...command, doc: rest });
    this.commands.push({ doc: separator, indentation, is_flat: fits && fits_both });
    this.commands.push(own);
  }

  /** Whether it has room up to where the line ends; `alone`: without what is behind it. */
  private fits(next: Command, alone = false): boolean {
    let rest = alone ? 0 : this.commands.length;
    let room = this.width - this.column;
    let is_space_due = false;
    const docs: Doc[] = [next.doc];
    const flats: boolean[] = [next.is_flat];
    while (room >= 0) {
      let doc = docs.pop();
      let is_flat = flats.pop() ?? false;
      if (doc === undefined) {
        if (rest === 0) return true;
        const command = this.commands[--rest];
        if (command === undefined) return true;
        ({ doc, is_flat } = command);
      }
      if (typeof doc === "string") {
        if (doc === "") continue;
        if (is_space_due) room--;
        is_space_due = false;
        room -= width_of(doc);
        continue;
      }
      switch (doc.kind) {
        case "concat":
        case "fill":
          for (let at = doc.parts.length - 1; at >= 0; at--) {
            docs.push(doc.parts[at] ?? "");
            flats.push(is_flat);
          }
          break;
        case "indent":
        case "indent if break":
          docs.push(doc.contents);
          flats.push(is_flat);
          break;
        case "group": {
          if (alone && doc.is_broken) return false;
          const stays_flat = is_flat && !doc.is_broken;
          docs.push(doc.states !== null && !stays_flat ? (doc.states.at(-1) ?? "") : doc.contents);
          flats.push(stays_flat);
          break;
        }
        case "if break": {
          const is_broken = !(doc.of === null ? is_flat : this.is_flat(doc.of));
          docs.push(is_broken ? doc.broken : doc.flat);
          flats.push(is_flat);
          break;
        }
        case "line":
          if (!is_flat || doc.form === "hard") return true;
          if (doc.form === "line") is_space_due = true;
          break;
        case "break parent":
          break;
      }
    }
    return false;
  }

  private end_line(indentation: number): void {
    const { pieces } = this;
    for (let last = pieces.pop(); last !== undefined; last = pieces.pop()) {
      const trimmed = last.trimEnd();
      if (trimmed === "") continue;
      pieces.push(trimmed);
      break;
    }
    pieces.push(`\n${" ".repeat(indentation)}`);
    this.column = indentation;
  }
}
