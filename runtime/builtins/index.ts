// Everything that emitted code imports from "pyasync2ts/builtins"; these exports are its declared API.
import { install_uncaught_handler } from "./report-uncaught.ts";

export type { Dynamic } from "./dynamic.ts";
export { Tuple } from "./tuple.ts";
export { as_float, Float, floats } from "./float.ts";
export { Ellipsis } from "./ellipsis.ts";
export { NotImplemented } from "./not-implemented.ts";
export * from "./exceptions/index.ts";
export { except_star, except_star_async, GroupParts } from "./raising/except-star.ts";
export { handle, type Handling, Pending, reraised } from "./raising/handling.ts";
export { takes } from "./raising/takes.ts";
export { untraced } from "./raising/untraced.ts";
export { as_raised, caused_by, in_context } from "./raising/raising.ts";
export { enter_call, leave_call } from "./recursion.ts";
export { variables } from "./variables.ts";
export { retraced } from "./traceback/trail.ts";
export { ascii, repr } from "./representation.ts";
export { eq, is_, ne } from "./equality.ts";
export { id } from "./identity.ts";
export { ge, gt, le, lt } from "./ordering.ts";
export { print } from "./print.ts";
export { standard_streams } from "./standard-streams.ts";
export { share_stdout } from "../platform/output.ts";
export { exit, quit } from "./exit.ts";
export { format } from "./format/format.ts";
export * from "./operators/index.ts";
export { hash } from "./hash.ts";
export {
  is_mapping,
  is_sequence,
  mapping_rest,
  match_argument,
  match_class,
  sequence_rest,
} from "./matching.ts";
export * from "./attributes/index.ts";
export * from "./calls/index.ts";
export * from "./classes/index.ts";
export { then_of } from "./await-protocol.ts";
export { Coroutine, coroutine } from "./coroutine.ts";
export { not_awaitable } from "./not-awaitable.ts";
export { as_value, kept_value } from "./handover.ts";
export { at_once, outcome } from "./outcome.ts";
export * from "./iteration/index.ts";
export * from "./managers/index.ts";
export * from "./mappings/index.ts";
export * from "./sequences/index.ts";
export * from "./sets/index.ts";
export * from "./files/index.ts";
export { is_main, set_main_module } from "./main-module.ts";
export { name_error, not_translated, not_translated_name, unbound } from "./names.ts";
export { bool } from "./bool.ts";
export { ByteArray } from "./bytes/byte-array.ts";
export { b, Bytes } from "./bytes/bytes.ts";
export { bytearray, bytes } from "./bytes/bytes-type.ts";
export { memoryview, MemoryView } from "./bytes/memory-view.ts";
export { bin, hex, oct } from "./numbers/bases.ts";
export { Complex } from "./numbers/complex.ts";
export { complex } from "./numbers/complex-type.ts";
export { float } from "./numbers/float-type.ts";
export { int } from "./numbers/int-type.ts";
export { round } from "./numbers/round.ts";
export { chr, ord } from "./text/character.ts";
export { str } from "./text/str-type.ts";
export { program_module } from "./program-modules.ts";
export { uncalled } from "./uncalled.ts";
export { replaceable } from "./replaceable.ts";
export { report_uncaught } from "./report-uncaught.ts";
export { run_main } from "./run-main.ts";

// Importing the built-ins is what every translated program does, and nothing else tells that one has begun.
install_uncaught_handler();
