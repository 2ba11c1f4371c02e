// How control runs through statements; what is known on the way is the client's matter.
import type * as ast from "../../../grammar/ast/index.ts";
import type { FlowState, Mark, Path } from "./state.ts";

/** What an analysis does at the points that control reaches; each acts on the shared state. */
export interface FlowClient<K, V> {
  readonly state: FlowState<K, V>;
  is_same(left: V | undefined, right: V | undefined): boolean;
  /** At a loop's head: something not below `next` that makes the iteration end. */
  widen(before: V | undefined, next: V | undefined): V | undefined;
  expression(node: ast.Expression): void;
  /** Restricts the state to where the expression, just evaluated, is true (or false). */
  refine(node: ast.Expression, outcome: boolean): void;
  /** A simple statement, a function or class definition. */
  statement(node: ast.Statement): void;
  /** The loop's body is certain to run. */
  runs_once?(node: ast.While | ast.For | ast.AsyncFor): boolean;
  /** Binds the target of a loop to its next value. */
  next(node: ast.For | ast.AsyncFor): void;
  enter(item: ast.WithItem, node: ast.With | ast.AsyncWith): void;
  may_suppress(node: ast.With | ast.AsyncWith): boolean;
  caught(handler: ast.ExceptHandler, node: ast.Try | ast.TryStar): void;
  left(handler: ast.ExceptHandler): void;
  /** Binds and restricts as a pattern that has matched. */
  matched(pattern: ast.Pattern, subject: ast.Expression): void;
  unmatched(pattern: ast.Pattern, subject: ast.Expression): void;
}

interface Loop<K, V> {
  readonly mark: Mark;
  readonly breaks: Path<K, V>[];
  readonly continues: Path<K, V>[];
}

export class ControlFlow<K, V> {
  private readonly client: FlowClient<K, V>;
  private readonly state: FlowState<K, V>;
  /** State at each loop's head as far as it is known: later passes begin with it. */
  private readonly heads = new Map<ast.Node, Map<K, V | undefined>>();
  private readonly loops: Loop<K, V>[] = [];

  constructor(client: FlowClient<K, V>) {
    this.client = client;
    this.state = client.state;
  }

  suite(body: readonly ast.Statement[]): void {
    for (const statement of body) {
      if (!this.state.is_reachable) return;
      this.statement(statement);
    }
  }

  /** Evaluates a test: the paths on which it is true and false, from here. */
  test(node: ast.Expression): readonly [Path<K, V>, Path<K, V>] {
    if (node.tag === "BoolOp") return this.bool_op(node);
    if (node.tag === "UnaryOp" && node.op === "Not") {
      const [when_true, when_false] = this.test(node.operand);
      return [when_false, when_true];
    }
    const mark = this.state.mark();
    this.client.expression(node);
    const evaluated = this.state.take(mark);
    return [this.outcome(node, evaluated, true), this.outcome(node, evaluated, false)];
  }

  private outcome(node: ast.Expression, evaluated: Path<K, V>, outcome: boolean): Path<K, V> {
    const mark = this.state.mark();
    this.state.apply(evaluated);
    this.client.refine(node, outcome);
    if (constant_truth(node) === !outcome) this.state.is_reachable = false;
    return this.state.take(mark);
  }

  private bool_op(node: ast.BoolOp): readonly [Path<K, V>, Path<K, V>] {
    const goes_on = node.op === "And";
    const mark = this.state.mark();
    const leaves: Path<K, V>[] = [];
    for (const value of node.values) {
      const [when_true, when_false] = this.test(value);
      leaves.push(this.along(mark, goes_on ? when_false : when_true));
      this.state.apply(goes_on ? when_true : when_false);
      if (!this.state.is_reachable) break;
    }
    const through = this.state.take(mark);
    const short = this.state.merged(leaves);
    return goes_on ? [through, short] : [short, through];
  }

  /** What a path from here is when seen from an earlier mark. */
  private along(mark: Mark, path: Path<K, V>): Path<K, V> {
    const here = this.state.mark();
    this.state.apply(path);
    const whole = this.state.since(mark);
    this.state.take(here);
    return whole;
  }

  private statement(node: ast.Statement): void {
    switch (node.tag) {
      case "If":
        return this.branch(this.test(node.test), node.body, node.orelse);
      case "While":
        return this.loop(
          node,
          () => this.test(node.test),
          () => undefined,
        );
      case "For":
      case "AsyncFor":
        this.client.expression(node.iter);
        return this.loop(
          node,
          () => [this.here(), this.here()],
          () => this.client.next(node),
        );
      case "With":
      case "AsyncWith":
        return this.with_statement(node);
      case "Try":
      case "TryStar":
        return this.try_statement(node);
      case "Match":
        return this.match(node);
      case "Assert":
        return this.assertion(node);
      case "Return":
      case "Raise":
        this.client.statement(node);
        this.state.is_reachable = false;
        return;
      case "Break":
      case "Continue":
        return this.jump(node);
      default:
        return this.client.statement(node);
    }
  }

  private here(): Path<K, V> {
    return { is_reachable: true, changes: new Map() };
  }

  private branch(
    [when_true, when_false]: readonly [Path<K, V>, Path<K, V>],
    body: readonly ast.Statement[],
    orelse: readonly ast.Statement[],
  ): void {
    this.state.merge([this.run(when_true, body), this.run(when_false, orelse)]);
  }

  private run(path: Path<K, V>, body: readonly ast.Statement[]): Path<K, V> {
    const mark = this.state.mark();
    this.state.apply(path);
    this.suite(body);
    return this.state.take(mark);
  }

  private jump(node: ast.Break | ast.Continue): void {
    const loop = this.loops.at(-1);
    if (loop !== undefined) {
      (node.tag === "Break" ? loop.breaks : loop.continues).push(this.state.since(loop.mark));
    }
    this.state.is_reachable = false;
  }

  private loop(
    node: ast.While | ast.For | ast.AsyncFor,
    test: () => readonly [Path<K, V>, Path<K, V>],
    next: () => void,
  ): void {
    const head = this.heads.get(node) ?? new Map<K, V | undefined>();
    this.heads.set(node, head);
    for (;;) {
      const entry = this.state.mark();
      const known = [...head].map(([key, value]) => [key, this.joined(key, value)] as const);
      for (const [key, value] of known) this.state.set(key, value);
      const loop: Loop<K, V> = { mark: this.state.mark(), breaks: [], continues: [] };
      const [goes_in, goes_out] = test();
      this.state.apply(goes_in);
      this.loops.push(loop);
      if (this.state.is_reachable) {
        next();
        this.suite(node.body);
      }
      this.loops.pop();
      const end = this.state.take(loop.mark);
      const back = this.state.merged([end, ...loop.continues]);
      if (!this.grows(head, back)) {
        const runs_once = this.client.runs_once?.(node) ?? false;
        const out = this.run(runs_once ? back : goes_out, node.orelse);
        return this.state.merge([out, ...loop.breaks]);
      }
      this.state.take(entry);
    }
  }

  /** Brings what the body's end knows into the loop's head: is there anything new? */
  private grows(head: Map<K, V | undefined>, back: Path<K, V>): boolean {
    if (!back.is_reachable) return false;
    let has_grown = false;
    for (const [key, value] of back.changes) {
      const before = this.state.get(key);
      const joined = this.joined(key, value);
      if (this.client.is_same(before, joined)) continue;
      head.set(key, this.client.widen(before, joined));
      has_grown = true;
    }
    return has_grown;
  }

  private joined(key: K, value: V | undefined): V | undefined {
    return this.state.join(this.state.get(key), value);
  }

  private with_statement(node: ast.With | ast.AsyncWith): void {
    if (!this.client.may_suppress(node)) return this.managed(node);
    const mark = this.state.mark();
    const anywhere = this.state.watch(() => this.managed(node));
    const end = this.state.take(mark);
    this.state.merge([end, { is_reachable: true, changes: anywhere.changes }]);
  }

  private managed(node: ast.With | ast.AsyncWith): void {
    for (const item of node.items) {
      this.client.expression(item.context_expr);
      this.client.enter(item, node);
    }
    this.suite(node.body);
  }

  private try_statement(node: ast.Try | ast.TryStar): void {
    if (node.finalbody.length === 0) return this.try_except(node);
    const mark = this.state.mark();
    const jumps = this.loops.map((loop) => [loop.breaks.length, loop.continues.length] as const);
    const anywhere = this.state.watch(() => this.try_except(node));
    const end = this.state.take(mark);
    this.state.apply({ is_reachable: true, changes: anywhere.changes });
    const last = this.state.watch(() => this.suite(node.finalbody));
    this.state.take(mark);
    for (const [index, loop] of this.loops.entries()) {
      const [breaks, continues] = jumps[index] ?? [0, 0];
      this.finish(loop.breaks, breaks, last);
      this.finish(loop.continues, continues, last);
    }
    this.state.apply(end);
    if (end.is_reachable) this.suite(node.finalbody);
  }

  /** Jumps out of a `try` run its `finally` on their way. */
  private finish(jumps: Path<K, V>[], from: number, last: Path<K, V>): void {
    for (let index = from; index < jumps.length; index++) {
      const jump = jumps[index];
      if (jump === undefined) continue;
      const changes = new Map(jump.changes);
      for (const [key, value] of last.changes) {
        const before = changes.has(key) ? changes.get(key) : this.state.get(key);
        changes.set(key, this.state.join(before, value));
      }
      jumps[index] = { is_reachable: jump.is_reachable, changes };
    }
  }

  private try_except(node: ast.Try | ast.TryStar): void {
    const mark = this.state.mark();
    const anywhere = this.state.watch(() => this.suite(node.body));
    this.suite(node.orelse);
    const paths = [this.state.take(mark)];
    for (const handler of node.handlers) {
      this.state.apply({ is_reachable: true, changes: anywhere.changes });
      if (handler.type !== null) this.client.expression(handler.type);
      this.client.caught(handler, node);
      this.suite(handler.body);
      if (this.state.is_reachable) this.client.left(handler);
      paths.push(this.state.take(mark));
    }
    this.state.merge(paths);
  }

  private match(node: ast.Match): void {
    this.client.expression(node.subject);
    const mark = this.state.mark();
    const paths: Path<K, V>[] = [];
    for (const match_case of node.cases) {
      const before = this.state.mark();
      this.client.matched(match_case.pattern, node.subject);
      const guard = match_case.guard === null ? null : this.test(match_case.guard);
      if (guard !== null) this.state.apply(guard[0]);
      this.suite(match_case.body);
      paths.push(this.state.since(mark));
      this.state.take(before);
      this.not_taken(match_case, node.subject, guard?.[1] ?? null);
      if (!this.state.is_reachable) break;
    }
    paths.push(this.state.take(mark));
    this.state.merge(paths);
  }

  private not_taken(
    node: ast.MatchCase,
    subject: ast.Expression,
    guard_fails: Path<K, V> | null,
  ): void {
    const paths: Path<K, V>[] = [];
    if (guard_fails !== null) {
      const mark = this.state.mark();
      this.client.matched(node.pattern, subject);
      this.state.apply(guard_fails);
      paths.push(this.state.take(mark));
    }
    const mark = this.state.mark();
    if (is_irrefutable(node.pattern)) this.state.is_reachable = false;
    else this.client.unmatched(node.pattern, subject);
    paths.push(this.state.take(mark));
    this.state.merge(paths);
  }

  private assertion(node: ast.Assert): void {
    const [when_true, when_false] = this.test(node.test);
    if (node.msg !== null) {
      const mark = this.state.mark();
      this.state.apply(when_false);
      if (this.state.is_reachable) this.client.expression(node.msg);
      this.state.take(mark);
    }
    this.state.apply(when_true);
  }
}

/** `case _` and `case name` take whatever comes. */
export function is_irrefutable(pattern: ast.Pattern): boolean {
  if (pattern.tag === "MatchOr") return pattern.patterns.some(is_irrefutable);
  return pattern.tag === "MatchAs" && (pattern.pattern === null || is_irrefutable(pattern.pattern));
}

/** The outcome of a test that is a literal (`while True`). */
function constant_truth(node: ast.Expression): boolean | null {
  if (node.tag !== "Constant") return null;
  if (node.value.type === "bool") return node.value.value;
  if (node.value.type === "int") return node.value.value !== 0n;
  return node.value.type === "None" ? false : null;
}
