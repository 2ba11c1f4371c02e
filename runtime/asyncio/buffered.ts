// Bytes for a protocol that brings its own buffers.
import type { Dynamic } from "../builtins/dynamic.ts";
import { RuntimeError } from "../builtins/exceptions/index.ts";
import { len, setitem, slice } from "../builtins/sequences/index.ts";
import type { BufferedProtocol } from "./protocols.ts";

/** Fills the protocol's buffers, one after the other. RuntimeError for an empty one. */
export function feed(
  protocol: BufferedProtocol,
  data: Uint8Array,
  as_bytes: (part: Uint8Array) => Dynamic,
): void {
  let rest = data;
  while (rest.length > 0) {
    const buffer: Dynamic = protocol.get_buffer(rest.length);
    const room = len(buffer);
    if (room === 0) throw new RuntimeError("get_buffer() returned an empty buffer");
    const part = rest.subarray(0, room);
    setitem(buffer, slice(null, part.length), as_bytes(part));
    protocol.buffer_updated(part.length);
    rest = rest.subarray(part.length);
  }
}
