// Signature and body of a function or method, behind its name.
import type * as target from "../target/nodes.ts";
import { print_broken_signature } from "./layout/broken.ts";
import type { Printer } from "./printer.ts";
import type { Place } from "./writer.ts";

/** `begin`: where the head begins; `is_plain`: prettier would leave it as it is where it has room. */
export function print_function(
  node: target.FunctionParts & { readonly body: target.Block },
  begin: Place,
  is_plain: boolean,
  kind: "head" | "member head",
  printer: Printer,
): void {
  const { out, types } = printer;
  const since = out.begin();
  printer.signature(node);
  out.write(" ");
  const fits = out.fits(begin, node.body.statements.length > 0 ? 1 : 2);
  if (!types || !is_plain || fits || !out.is_even(begin))
    return printer.headed_block(node.body, begin, is_plain, kind);
  const flat = out.rewind(since);
  if (print_broken_signature(node, begin, printer)) {
    out.write(" ");
    return printer.block(node.body);
  }
  out.rewind(since);
  out.restore(flat);
  printer.headed_block(node.body, begin, is_plain, kind);
}
