// What calling a function does to control: runs through, makes a coroutine, blocks, makes a generator.
import type * as ast from "../../grammar/ast/index.ts";

export type FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda;

/**
 * - plain: returns when done;
 * - coroutine: `async def`; the call makes a coroutine object;
 * - blocking: a plain `def` that (transitively) reaches something that blocks in Python and is awaited
 *   here (`asyncio.run`, `loop.run_until_complete`, `Thread.join` …): emitted `async`, its calls awaited;
 * - generator, async_generator: the call makes a generator object.
 */
export type Effect = "plain" | "coroutine" | "blocking" | "generator" | "async_generator";

/** What a call expression yields before anyone awaits it. `unknown`: the callee decides at run time. */
export type CallEffect = Effect | "unknown";

export interface Effects {
  of_function(node: FunctionNode): Effect;
  of_call(node: ast.Call): CallEffect;
  /** A StopIteration may come out of its body that can't leave it (PEP 479); StopAsyncIteration too, for async generators. */
  may_stop(node: FunctionNode): boolean;
  /** `with`, `for` and other statements whose hidden calls block (a user's blocking `__enter__` …). */
  blocks(node: ast.Statement): boolean;
  /** A call of something that may or may not block: waited for if so, or refused where nothing can be awaited. */
  outcome_of(node: ast.Call): "waits" | "at_once" | null;
  /** A method that calls what it is given, where that blocks: its sibling `…_awaiting` is called instead. */
  waits_for_callback(node: ast.Call): boolean;
  /** A call that may make eager tasks, in programs that have them: it is over when their first step is. */
  starts_eagerly(node: ast.Call): boolean;
  /** An import that has to run where it stands: what it loads shows itself, and something comes before it. */
  is_late_import(alias: ast.Alias): boolean;
  /** An import of what shows itself when it runs. */
  is_visible_import(alias: ast.Alias): boolean;
  /** What has to run before an imported module: packages around it, outermost first, and where to enter its cycle. */
  packages_before(alias: ast.Alias): readonly string[];
  /** An import between two modules whose code runs by turns in Python, so that it shows. */
  is_entangled_import(alias: ast.Alias): boolean;
  /** The module is in a cycle of such imports. */
  readonly takes_turns: boolean;
  /** The module of an import cycle that has to run right before this one. */
  readonly runs_after: string | null;
  /** The module's own top level blocks (is a module with top-level await). */
  readonly module_blocks: boolean;
  /** The program starts threads or executors: `time.sleep` and their like give way (are awaited). */
  readonly threaded: boolean;
  /** The program uses process pools: the module's top-level statements must not run again in a worker. */
  readonly uses_processes: boolean;
  /** Names of the module that a patch reaches by text: `patch("shop.orders.fetch")`. */
  readonly patched_names: ReadonlySet<string>;
  /** Modules of the library in which patches replace something. */
  readonly replaceable_modules: ReadonlySet<string>;
  /** Those that patches of this module look up by name: `patch("time.sleep")`. */
  readonly looked_up_modules: ReadonlySet<string>;
  /** Any object may be a mock, whose methods are looked up by name. */
  readonly uses_mocks: boolean;
  /** The program can see which exception is being handled otherwise than in the text of a handler. */
  readonly sees_handled: boolean;
  /** The program can see how deep calls may nest. */
  readonly sees_recursion: boolean;
  /** The program looks at the annotations of classes, or at the fields of dataclasses. */
  readonly sees_annotations: boolean;
  /** The program asks functions about their parameters, defaults, annotations or code. */
  readonly sees_functions: boolean;
  /** The program reads docstrings of functions or classes. */
  readonly sees_docstrings: boolean;
  /** The program asks classes for those derived from them. */
  readonly sees_subclasses: boolean;
  /** The program uses what no Python before 3.11 has: what 3.11 refuses, it can't have meant. */
  readonly needs_python_311: boolean;
  /** The program can see the qualified names of functions. */
  readonly sees_qualnames: boolean;
  /** The program can see the coroutines that tasks run. */
  readonly sees_coroutines: boolean;
  /** The program asks functions for their modules. */
  readonly sees_modules: boolean;
  /** The program can get hold of tasks that it has not kept. */
  readonly finds_tasks: boolean;
  /** The program can see the tasks that asyncio makes by itself. */
  readonly sees_tasks: boolean;
  /** The module shows tasks as text, with the lines at which they hang. */
  readonly shows_tasks: boolean;
}
