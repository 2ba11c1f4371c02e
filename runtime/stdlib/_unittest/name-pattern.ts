// Shell-style patterns for the names of tests: `*`, `?`, `[…]`.

/** Whether the whole name matches. */
export function matches_pattern(name: string, pattern: string): boolean {
  return regex_of(pattern).test(name);
}

function regex_of(pattern: string): RegExp {
  const source = pattern.replace(/\[!?\]?[^\]]*\]|[^]/gu, (part) => {
    if (part === "*") return "[^]*";
    if (part === "?") return "[^]";
    if (part.length > 1)
      return `[${part.slice(1, -1).replace(/^!/, "^").replaceAll("\\", "\\\\")}]`;
    return part.replace(/[\\^$.*+?()[\]{}|/]/, "\\$&");
  });
  return new RegExp(`^${source}$`, "u");
}
