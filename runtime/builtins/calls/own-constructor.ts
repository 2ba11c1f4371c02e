// Where the constructor of a class stands in the class's own text: those of classes inside of it are none of its.

const CONSTRUCTOR = /\s*constructor\s*(?=\()/y;

/** The place of the bracket behind `constructor`; `null` where the class has none of its own. */
export function own_constructor(text: string): number | null {
  // What is open: brackets, and `${` of a template, whose end goes on with the template.
  const open: string[] = [];
  let before = "";
  for (let at = 0; at < text.length; at++) {
    if (open.length === 1 && open[0] === "{" && ";{}".includes(before)) {
      CONSTRUCTOR.lastIndex = at;
      if (CONSTRUCTOR.test(text)) return CONSTRUCTOR.lastIndex;
    }
    const character = text[at] ?? "";
    if (character === "/" && (text[at + 1] === "*" || text[at + 1] === "/")) {
      at = end_of_comment(text, at);
      continue;
    }
    if (/\s/.test(character)) continue;
    if (character === '"' || character === "'") at = end_of_text(text, at, character);
    else if (character === "/" && (before === "" || "(,=:[!&|?{};+>".includes(before)))
      at = end_of_pattern(text, at);
    else if (character === "`" || (character === "}" && open.at(-1) === "${")) {
      if (character === "}") open.pop();
      at = end_of_chunk(text, at);
      if (text[at] === "{") open.push("${");
    } else if ("([{".includes(character)) open.push(character);
    else if (")]}".includes(character)) open.pop();
    before = character;
  }
  return null;
}

function end_of_comment(text: string, at: number): number {
  const end = text[at + 1] === "*" ? text.indexOf("*/", at + 2) + 1 : text.indexOf("\n", at);
  return end <= at ? text.length : end;
}

function end_of_text(text: string, start: number, quote: string): number {
  let at = start + 1;
  while (at < text.length && text[at] !== quote) at += text[at] === "\\" ? 2 : 1;
  return at;
}

/** Of a template's text: its closing quote, or the `{` of the next `${`. */
function end_of_chunk(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === "`") return at;
    else if (text[at] === "$" && text[at + 1] === "{") return at + 1;
  }
  return text.length;
}

function end_of_pattern(text: string, start: number): number {
  let is_in_set = false;
  for (let at = start + 1; at < text.length && text[at] !== "\n"; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === "[") is_in_set = true;
    else if (text[at] === "]") is_in_set = false;
    else if (text[at] === "/" && !is_in_set) return at;
  }
  return start;
}
