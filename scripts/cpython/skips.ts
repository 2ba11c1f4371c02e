// Tests that are about CPython's implementation, each with the reason why it says nothing here. The only list of its kind.

export interface Skip {
  /** A test's id below its module, or the beginning of ids before a dot: a whole class. */
  readonly test: string;
  readonly reason: string;
}

export const skips: readonly Skip[] = [
  {
    test: "test_asyncio.test_futures2.CFutureTests.test_task_exc_handler_correct_context",
    reason: "about reference counts: when the last reference to a failed task goes",
  },
  {
    test: "test_asyncio.test_futures2.PyFutureTests.test_task_exc_handler_correct_context",
    reason: "about reference counts: when the last reference to a failed task goes",
  },
  {
    test: "test_asyncio.test_pep492.CoroutineTests.test_debug_mode_manages_coroutine_origin_tracking",
    reason: "about the interpreter's own record of where coroutines were made",
  },
  {
    test: "test_asyncio.test_pep492.CoroutineTests.test_task_print_stack",
    reason: "about frames: asks for the code object of a running coroutine",
  },
  {
    test: "test_asyncio.test_pep492.CoroutineTests.test_types_coroutine",
    reason: "about the private class by which types.coroutine wraps generators",
  },
];
