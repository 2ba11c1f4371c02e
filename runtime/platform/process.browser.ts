// The page as a process: no arguments, and no end but the user's.

/** What unwinds a program that ends itself: a page lives on, but nothing behind the call runs. */
class ProgramEnd extends Error {
  override readonly name = "ProgramEnd";
}

/** Calls `heard` with an error that nobody caught. */
export function watch_uncaught(heard: (error: unknown) => void): void {
  const hear = (event: Event, error: unknown): void => {
    event.preventDefault();
    try {
      if (!(error instanceof ProgramEnd)) heard(error);
    } catch (end) {
      if (!(end instanceof ProgramEnd)) throw end;
    }
  };
  globalThis.addEventListener("error", (event) => hear(event, event.error));
  globalThis.addEventListener("unhandledrejection", (event) => hear(event, event.reason));
}

/** Leaves the program: nothing behind the call runs. */
export function exit_process(status: number): never {
  throw new ProgramEnd(`exit status ${status}`);
}

/** How many calls a stack trace lists. */
export function keep_stack_frames(count: number): void {
  if (Error.stackTraceLimit < count) Error.stackTraceLimit = count;
}

interface Program {
  readonly arguments: readonly string[];
  readonly is_virtual_time: boolean;
}

let program: Program = { arguments: [""], is_virtual_time: false };

export function set_program(told: Program): void {
  program = told;
}

export function program_arguments(): readonly string[] {
  return program.arguments;
}

export function is_virtual_time(): boolean {
  return program.is_virtual_time;
}
