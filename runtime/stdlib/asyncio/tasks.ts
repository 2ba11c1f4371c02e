// Python's asyncio.tasks.
export * from "../../asyncio/tasks.ts";
/** CPython has two tasks, in C and in Python; both are this one. */
export { Task as _CTask, Task as _PyTask } from "../../asyncio/tasks.ts";
export * from "../../asyncio/all-tasks.ts";
export * from "../../asyncio/as_completed.ts";
export { create_eager_task_factory, eager_task_factory } from "../../asyncio/eager-tasks.ts";
export * from "../../asyncio/ensure-future.ts";
export * from "../../asyncio/gather.ts";
export * from "../../asyncio/shield.ts";
export * from "../../asyncio/sleep.ts";
export * from "../../asyncio/wait.ts";
export * from "../../asyncio/wait_for.ts";
export * from "../../asyncio/current-task.ts";
/** The same in C and in Python, too. */
export {
  _enter_task as _c_enter_task,
  _leave_task as _c_leave_task,
  _register_task as _c_register_task,
  _swap_current_task as _c_swap_current_task,
  _unregister_task as _c_unregister_task,
  _enter_task as _py_enter_task,
  _leave_task as _py_leave_task,
  _register_task as _py_register_task,
  _swap_current_task as _py_swap_current_task,
  _unregister_task as _py_unregister_task,
} from "../../asyncio/current-task.ts";
export { all_tasks as _c_all_tasks, all_tasks as _py_all_tasks } from "../../asyncio/all-tasks.ts";
export {
  current_task as _c_current_task,
  current_task as _py_current_task,
} from "../../asyncio/tasks.ts";
