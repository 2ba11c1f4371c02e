// The parameters of a function as its own JavaScript text shows them: for calls of those who declare no signature.
import type { Parameter } from "../../signatures/parameters.ts";
import { own_constructor } from "./own-constructor.ts";

/** `null` where the text tells nothing: native and bound functions, classes without a constructor of their own. */
export function source_parameters(f: Function): readonly Parameter[] | null {
  const text = Function.prototype.toString.call(f);
  const list = text.startsWith("class") ? constructor_list(text) : parameter_list(text);
  return list === null ? null : parameters(list);
}

function parameter_list(text: string): readonly string[] | null {
  const bare = /^(?:async\s+)?([\w$]+)\s*=>/.exec(text)?.[1];
  if (bare !== undefined) return [bare];
  const open = text.indexOf("(");
  return open < 0 ? null : split_list(text, open);
}

function constructor_list(text: string): readonly string[] | null {
  const at = text.includes("constructor") ? own_constructor(text) : null;
  return at === null ? null : split_list(text, at);
}

/** The pieces between commas, from the bracket at `open` to the one that closes it; `null` for native code. */
function split_list(text: string, open: number): readonly string[] | null {
  const pieces: string[] = [];
  let depth = 0;
  let start = open + 1;
  for (let at = open; at < text.length; at++) {
    const character = text[at] ?? "";
    if (QUOTES.has(character)) {
      at = end_of_string(text, at);
    } else if (character === "/" && (text[at + 1] === "*" || text[at + 1] === "/")) {
      const end = text[at + 1] === "*" ? text.indexOf("*/", at) + 1 : text.indexOf("\n", at);
      if (end < at) return null;
      at = end;
    } else if ("([{".includes(character)) {
      depth++;
    } else if (")]}".includes(character)) {
      depth--;
      if (depth > 0) continue;
      pieces.push(text.slice(start, at));
      return /\{\s*\[native code\]\s*\}\s*$/.test(text) ? null : pieces;
    } else if (character === "," && depth === 1) {
      pieces.push(text.slice(start, at));
      start = at + 1;
    }
  }
  return null;
}

const QUOTES: ReadonlySet<string> = new Set(['"', "'", "`"]);

function end_of_string(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== text[start]) at += text[at] === "\\" ? 2 : 1;
  return at;
}

function parameters(pieces: readonly string[]): readonly Parameter[] {
  const found: Parameter[] = [];
  for (const piece of pieces) {
    const text = piece.replace(/\/\*[^]*?\*\/|\/\/.*/g, "").trim();
    if (text === "") continue;
    const rest = /^\.\.\.\s*([\w$]+)/.exec(text)?.[1];
    if (rest !== undefined) {
      // `...values` may hold a trailing object of keywords: see split_keywords().
      found.push({ name: rest, kind: "rest", is_optional: true });
      found.push({ name: "kwargs", kind: "keyword_rest", is_optional: true });
    } else if (/^\{[^]*\}$/.test(text)) {
      found.push(...keyword_only(text));
    } else if (text.startsWith("{") || /^(?:options|keywords|kwargs)\d*\s*=\s*\{\}$/.test(text)) {
      found.push({ name: "kwargs", kind: "keyword_rest", is_optional: true });
    } else {
      const name = python_name(/^[\w$]+/.exec(text)?.[0] ?? text);
      found.push({ name, kind: "positional", is_optional: text.includes("=") });
    }
  }
  return found;
}

/** A parameter that Python calls `function` or `default` has an underscore here; one that it calls so says it by a signature. */
function python_name(name: string): string {
  return TAKEN.test(name) ? name.slice(0, -1) : name;
}

/** JavaScript's words that are names in Python. */
const TAKEN =
  /^(?:arguments|case|catch|const|debugger|default|delete|do|enum|eval|export|extends|false|function|implements|instanceof|interface|let|new|null|package|private|protected|public|static|super|switch|this|throw|true|typeof|undefined|var|void)_$/;

/** `{ key, limit = 3, ...kwargs }` without a default of its own: some of the names must be given. */
function keyword_only(pattern: string): readonly Parameter[] {
  return (split_list(pattern, 0) ?? []).flatMap((piece): readonly Parameter[] => {
    const text = piece.trim();
    if (text === "") return [];
    const rest = /^\.\.\.\s*([\w$]+)/.exec(text)?.[1];
    if (rest !== undefined) return [{ name: rest, kind: "keyword_rest", is_optional: true }];
    const name = /^["']?([\w$]+)/.exec(text)?.[1] ?? text;
    return [{ name, kind: "keyword_only", is_optional: text.includes("=") }];
  });
}
