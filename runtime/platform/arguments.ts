// The program's own arguments, and what else the process knows of itself.

/** `pyasync2ts run` puts the program's arguments here; Node's command line names the tool then. */
export const program: { argv: readonly string[] | null } = { argv: null };

/** The program's file and its arguments. */
export function program_arguments(): readonly string[] {
  return program.argv ?? process.argv.slice(1);
}

export function executable_path(): string {
  return process.execPath;
}

export function platform_name(): string {
  return process.platform;
}

/** The limit of nested calls is the engine's; this is what CPython says by default. */
export const DEFAULT_RECURSION_LIMIT = 1000;
