// The root of the tree.
import type { Statement } from "./compound-statements.ts";
import type { Node } from "./node.ts";

export interface Module extends Node {
  readonly tag: "Module";
  readonly body: readonly Statement[];
}
