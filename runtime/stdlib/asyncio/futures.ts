// Python's asyncio.futures.
export * from "../../asyncio/futures.ts";
/** CPython has two futures, in C and in Python; both are this one. */
export { Future as _CFuture, Future as _PyFuture } from "../../asyncio/futures.ts";
export { set_result_unless_cancelled as _set_result_unless_cancelled } from "../../asyncio/futures.ts";
export * from "../../asyncio/wrap-future.ts";
