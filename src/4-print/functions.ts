// Signature and body of a function or method, behind its name.
import type * as target from "../target/nodes.ts";
import { signature_text } from "./documents/index.ts";
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
  if (!types || (is_plain && fits)) return printer.headed_block(node.body, begin, is_plain, kind);
  if (is_plain && out.is_even(begin)) {
    const flat = out.rewind(since);
    if (print_broken_signature(node, begin, printer)) {
      out.write(" ");
      return printer.block(node.body);
    }
    out.rewind(since);
    out.restore(flat);
  }
  const brace = node.body.statements.length > 0 ? "{" : "{}";
  if (out.settle(since, (start) => signature_text(node, brace, start)))
    return printer.opened(node.body);
  printer.headed_block(node.body, begin, is_plain, kind);
}
