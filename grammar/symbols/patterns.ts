// Patterns: names bound once, alternatives that bind alike, what no pattern below can be reached.
import type { Pattern } from "../ast/patterns.ts";
import type { Span } from "../ast/node.ts";
import { equality_text, literal_value, shown } from "./literal-values.ts";
import { COMPILE } from "./errors.ts";
import { LOCAL } from "./scope.ts";
import { SimpleStatementChecks } from "./simple-statements.ts";

export class PatternChecks extends SimpleStatementChecks {
  /** `must_refute`: another case comes below, which an irrefutable pattern would make unreachable. */
  protected case_pattern(pattern: Pattern, must_refute: boolean): void {
    this.pattern(pattern, new Set(), must_refute);
  }

  private pattern(node: Pattern, bound: Set<string>, must_refute: boolean): void {
    switch (node.tag) {
      case "MatchValue":
        if (node.value.tag === "JoinedStr")
          this.errors.add(COMPILE, "patterns may only match literals and attribute lookups", node);
        return this.expression(node.value);
      case "MatchSingleton":
        return;
      case "MatchStar":
        return this.capture(node.name, bound, node);
      case "MatchAs":
        return this.as_pattern(node, bound, must_refute);
      case "MatchOr":
        return this.alternatives(node, bound, must_refute);
      case "MatchSequence":
        if (node.patterns.filter(({ tag }) => tag === "MatchStar").length > 1)
          this.errors.add(COMPILE, "multiple starred names in sequence pattern", node);
        for (const item of node.patterns) this.pattern(item, bound, false);
        return;
      case "MatchMapping":
        this.keys(node);
        for (const key of node.keys) this.expression(key);
        for (const item of node.patterns) this.pattern(item, bound, false);
        return this.capture(node.rest, bound, node);
      case "MatchClass": {
        this.expression(node.cls);
        const seen = new Set<string>();
        node.kwd_attrs.forEach((attr, index) => {
          if (seen.has(attr))
            this.errors.add(
              COMPILE,
              `attribute name repeated in class pattern: ${attr}`,
              node.kwd_patterns[index] ?? node,
            );
          seen.add(attr);
        });
        for (const item of [...node.patterns, ...node.kwd_patterns])
          this.pattern(item, bound, false);
      }
    }
  }

  private as_pattern(
    node: Extract<Pattern, { tag: "MatchAs" }>,
    bound: Set<string>,
    must_refute: boolean,
  ): void {
    if (node.pattern === null) {
      if (must_refute) {
        const what = node.name === null ? "wildcard" : `name capture '${node.name}'`;
        this.errors.add(COMPILE, `${what} makes remaining patterns unreachable`, node);
      }
    } else this.pattern(node.pattern, bound, must_refute);
    this.capture(node.name, bound, node);
  }

  private capture(name: string | null, bound: Set<string>, span: Span): void {
    if (name === null) return;
    if (bound.has(name))
      this.errors.add(COMPILE, `multiple assignments to name '${name}' in pattern`, span);
    bound.add(name);
    this.scope.add(name, LOCAL);
    if (name === "__debug__") this.forbid_debug("Store", span);
  }

  private alternatives(
    node: Extract<Pattern, { tag: "MatchOr" }>,
    bound: Set<string>,
    must_refute: boolean,
  ): void {
    let first: Set<string> | null = null;
    node.patterns.forEach((pattern, index) => {
      const names = new Set(bound);
      const is_last = index === node.patterns.length - 1;
      this.pattern(pattern, names, is_last ? must_refute : true);
      first ??= names;
      const expected = first;
      if (names.size !== expected.size || [...names].some((name) => !expected.has(name)))
        this.errors.add(COMPILE, "alternative patterns bind different names", node);
    });
    for (const name of first ?? []) bound.add(name);
  }

  private keys(node: Extract<Pattern, { tag: "MatchMapping" }>): void {
    const seen = new Set<string>();
    for (const key of node.keys) {
      if (key.tag === "JoinedStr")
        this.errors.add(
          COMPILE,
          "mapping pattern keys may only match literals and attribute lookups",
          node,
        );
      const value = literal_value(key);
      if (value === null) continue;
      const text = equality_text(value);
      if (seen.has(text))
        this.errors.add(COMPILE, `mapping pattern checks duplicate key (${shown(value)})`, node);
      seen.add(text);
    }
  }
}
