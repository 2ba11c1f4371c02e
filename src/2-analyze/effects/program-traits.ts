// Does the program use threads, signal handlers (which run while it sleeps), or processes? Seen from the imports that it uses and the names that it reads.
import type * as ast from "../../../grammar/ast/index.ts";
import { tagged } from "../../../grammar/ast/tagged.ts";
import type { Project } from "../../project.ts";
import type { Prepared } from "../program/prepare.ts";
import { asks_outside } from "./handled-exception.ts";

export interface ProgramTraits {
  readonly threaded: boolean;
  readonly uses_processes: boolean;
  readonly imported_modules: ReadonlySet<string>;
  readonly sees_handled: boolean;
  readonly sees_functions: boolean;
  readonly sees_docstrings: boolean;
  readonly sees_subclasses: boolean;
  readonly sees_annotations: boolean;
  readonly sees_recursion: boolean;
  readonly sees_qualnames: boolean;
  readonly needs_python_311: boolean;
  readonly sees_tasks: boolean;
  readonly sees_coroutines: boolean;
  readonly makes_eager_tasks: boolean;
  readonly finds_tasks: boolean;
  readonly sees_modules: boolean;
  readonly handles_tasks: boolean;
}

export function program_traits(
  project: Project,
  { mentions, read_attributes, is_python_311 }: Prepared,
): ProgramTraits {
  const imported_modules = new Set<string>();
  const names = new Set([...mentions.keys(), ...read_attributes]);
  let sees_fields = names.has("__dataclass_fields__");
  for (const { imports } of project.modules) {
    for (const [alias, { module, name }] of imports) {
      const local = alias.asname ?? alias.name.split(".")[0] ?? alias.name;
      if (name !== "*" && !mentions.has(local)) continue;
      imported_modules.add(module);
      if (name !== null) names.add(name);
      if (module === "dataclasses" && (name === "fields" || (name === null && names.has("fields"))))
        sees_fields ||= project.modules.some((each) => looks_at_fields(each.module));
    }
  }
  const has = (list: readonly string[], where: ReadonlySet<string>): boolean =>
    list.some((name) => where.has(name));
  return {
    threaded:
      has(THREAD_MODULES, imported_modules) ||
      has(THREAD_NAMES, names) ||
      (imported_modules.has("signal") &&
        (has(TIMER_NAMES, names) || !names.has("add_signal_handler"))),
    uses_processes: imported_modules.has("multiprocessing") || names.has("ProcessPoolExecutor"),
    imported_modules,
    sees_functions: has(FUNCTION_NAMES, names),
    // A module's own `__doc__` is a name.
    sees_docstrings: read_attributes.has("__doc__") || names.has("getdoc"),
    sees_subclasses: read_attributes.has("__subclasses__"),
    sees_annotations: sees_fields || has(ANNOTATION_NAMES, names),
    sees_recursion: has(RECURSION_NAMES, names),
    sees_qualnames: has(QUALNAME_NAMES, names),
    makes_eager_tasks: has(EAGER_NAMES, names),
    finds_tasks: has(TASK_FINDING_NAMES, names),
    sees_modules: names.has("__module__"),
    needs_python_311:
      project.python === undefined
        ? !has(VERSION_GUARDS, names) && (is_python_311 || has(PYTHON_311_NAMES, names))
        : !BEFORE_311.has(project.python),
    sees_tasks: has(TASK_NAMES, names),
    handles_tasks: has(TASK_OBJECT_NAMES, names),
    // asyncio's own factory of eager tasks looks at nothing.
    sees_coroutines:
      has(COROUTINE_NAMES, names) || (names.has("set_task_factory") && !has(EAGER_NAMES, names)),
    sees_handled:
      has(HANDLED_NAMES, names) ||
      imported_modules.has("unittest") ||
      project.modules.some(({ module }) => asks_outside(module)),
  };
}

/** `field.type`, `field.default`: more than the names of fields. */
function looks_at_fields(module: ast.Module): boolean {
  return tagged(module, "Attribute").some(({ attr }) => FIELD_NAMES.has(attr));
}

const FIELD_NAMES: ReadonlySet<string> = new Set(["type", "default", "default_factory"]);
const BEFORE_311: ReadonlySet<string> = new Set(["3.8", "3.9", "3.10"]);
/** What asks for the version: such a program may run on older Pythons than its other names say. */
const VERSION_GUARDS = ["version_info", "hexversion"];
/** Of asyncio, the built-ins, typing and enum since Python 3.11. */
const PYTHON_311_NAMES = [
  "TaskGroup",
  "timeout_at",
  "Barrier",
  "Runner",
  "ExceptionGroup",
  "BaseExceptionGroup",
  "add_note",
  "uncancel",
  "QueueShutDown",
  "eager_task_factory",
  "create_eager_task_factory",
  "StrEnum",
  "assert_never",
  "batched",
];
/** Without these the first step of a task is always the loop's business. */
const EAGER_NAMES = ["eager_task_factory", "create_eager_task_factory"];
const THREAD_MODULES = ["threading", "_thread", "concurrent.futures", "concurrent", "queue"];
const THREAD_NAMES = ["run_in_executor", "to_thread", "run_coroutine_threadsafe"];
/** Signals that come while the program sleeps. */
const TIMER_NAMES = ["alarm", "setitimer", "pause"];
/** What shows how deep calls may nest. */
const RECURSION_NAMES = ["RecursionError", "getrecursionlimit", "setrecursionlimit"];
/** What shows more of a function than its name. */
const FUNCTION_NAMES = [
  "__defaults__",
  "__kwdefaults__",
  "__annotations__",
  "__code__",
  "signature",
  "Signature",
  "getfullargspec",
  "getcallargs",
  "get_annotations",
  "get_type_hints",
];
/** What shows the annotations of a class. */
const ANNOTATION_NAMES = ["__annotations__", "get_annotations", "get_type_hints"];
/** What shows where a function stands: the errors of calls do, to those who look at them. */
const QUALNAME_NAMES = ["__qualname__", "TypeError", "Exception", "BaseException"];
/** What shows that there is a task, or how many there have been. */
const TASK_NAMES = [
  "get_name",
  "current_task",
  "all_tasks",
  "set_task_factory",
  "IsolatedAsyncioTestCase",
];
/** What gives a task to others than those to whom its maker gives it. */
const TASK_FINDING_NAMES = ["current_task", "all_tasks", "set_task_factory", "_all_tasks"];
/** What a program names that may have tasks where their type is unknown. */
const TASK_OBJECT_NAMES = ["Task"];
/** What gives a task's coroutine to the program: it must be more than a function that starts it. */
const COROUTINE_NAMES = ["get_coro", "cr_code", "cr_frame", "cr_running"];
/** What shows the exception that was being handled when another one was raised. */
const HANDLED_NAMES = [
  "__context__",
  "__traceback__",
  "extract_tb",
  "format_tb",
  "print_tb",
  "exc_info",
  "format_exc",
  "format_exception",
  "print_exc",
  "print_exception",
  "TracebackException",
];
