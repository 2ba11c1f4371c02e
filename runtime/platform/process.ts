// The process: its arguments, how it ends, and who hears of errors that nobody caught.

/** Calls `heard` with an error that nobody caught, except where somebody else listens for such errors as well. */
export function watch_uncaught(heard: (error: unknown) => void): void {
  // A failed `await` of a module, or a plain `throw`: Node brings both here.
  process.on("uncaughtException", (error) => {
    if (process.listenerCount("uncaughtException") === 1) heard(error);
  });
}

/** Ends the process now; what was printed is delivered. */
export function exit_process(status: number): never {
  process.exit(status);
}

/** How many calls a stack trace lists. */
export function keep_stack_frames(count: number): void {
  if (Error.stackTraceLimit < count) Error.stackTraceLimit = count;
}

interface Program {
  /** The program's file and its own arguments. */
  readonly arguments: readonly string[];
  readonly is_virtual_time: boolean;
}

let program: Program | null = null;

/** Says what `pyasync2ts run` was told; Node's command line names the tool then. */
export function set_program(told: Program): void {
  program = told;
}

/** The program's file and its arguments: `sys.argv`. */
export function program_arguments(): readonly string[] {
  return program?.arguments ?? process.argv.slice(1);
}

/** Whether loops run on the virtual clock unless they are told otherwise. */
export function is_virtual_time(): boolean {
  return program?.is_virtual_time ?? false;
}
