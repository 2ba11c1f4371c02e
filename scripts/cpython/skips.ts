// Tests that are about CPython's implementation, each with the reason why it says nothing here. The only list of its kind.

export interface Skip {
  /** A test's id below its module, or the beginning of ids before a dot: a whole class. `*` is any class. */
  readonly test: string;
  readonly reason: string;
}

export const skips: readonly Skip[] = [
  {
    test: "test_asyncio.test_futures2.*.test_task_exc_handler_correct_context",
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
  {
    test: "test_asyncio.test_futures.*.test_tb_logger_exception_unretrieved",
    reason: "about reference counts: told when the last reference to a future goes",
  },
  {
    test: "test_asyncio.test_futures.*.test_future_exception_never_retrieved",
    reason: "about reference counts: told when the last reference to a future goes",
  },
  {
    test: "test_asyncio.test_futures.*.test_future_exception_never_retrieved_debug",
    reason: "about reference counts: told when the last reference to a future goes",
  },
  {
    test: "test_asyncio.test_futures.*.test_future_source_traceback",
    reason: "about frames: asks for the line of the running code",
  },
  {
    test: "test_asyncio.test_futures.*.test_future_iter_get_referents_segfault",
    reason: "about the collector's view of objects made in C",
  },
  {
    test: "test_asyncio.test_futures.*.test_future_del_segfault",
    reason: "about attributes of objects made in C",
  },
  {
    test: "test_asyncio.test_tasks.*.test_stop_while_run_in_complete",
    reason: "about the clock of CPython's own TestLoop, which a test moves on",
  },
  {
    test: "test_asyncio.test_tasks.*.test_error_in_call_soon",
    reason: "about reference counts: told when the last reference to a task goes",
  },
  {
    test: "test_asyncio.test_tasks.*.test_log_destroyed_pending_task",
    reason: "about reference counts: told when the last reference to a task goes",
  },
  {
    test: "test_asyncio.test_tasks.*.test_task_source_traceback",
    reason: "about frames: asks for the line of the running code",
  },
];
