// The notation of signatures: "a, b=, /, c, *args, d=, **kw", as it is written and read on both sides.

export interface Parameter {
  readonly name: string;
  readonly kind: "positional_only" | "positional" | "rest" | "keyword_only" | "keyword_rest";
  readonly is_optional: boolean;
}

/** The parameters that a signature lists: `=` marks those with a default, a lone `*` begins the keyword-only ones. */
export function parse_signature(text: string): readonly Parameter[] {
  const parameters: Parameter[] = [];
  let kind: Parameter["kind"] = "positional";
  for (const part of text.split(",").map((piece) => piece.trim())) {
    if (part === "") continue;
    if (part === "/") {
      for (const [index, parameter] of parameters.entries())
        parameters[index] = { ...parameter, kind: "positional_only" };
    } else if (part === "*") {
      kind = "keyword_only";
    } else if (part.startsWith("**")) {
      parameters.push({ name: part.slice(2), kind: "keyword_rest", is_optional: true });
    } else if (part.startsWith("*")) {
      parameters.push({ name: part.slice(1), kind: "rest", is_optional: true });
      kind = "keyword_only";
    } else {
      const name = part.replace(/\s*=.*$/, "");
      parameters.push({ name, kind, is_optional: name !== part });
    }
  }
  return parameters;
}
