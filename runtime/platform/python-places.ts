// What a program's source maps say of its places beyond lines: whose code it is, and what a traceback underlines.

/** A part of the source. Lines count from 1, columns from 0 in UTF-16 units. */
export interface SourcePlace {
  readonly line: number;
  readonly column: number;
  readonly end_line: number;
  readonly end_column: number;
  /** The whole statement, which CPython does not underline. */
  readonly is_whole: boolean;
  /** The operator, or the brackets: line, column, line, column. */
  readonly anchor: readonly [number, number, number, number] | null;
}

/** A module, function, lambda, class body or generator expression. */
export interface SourceCode {
  readonly name: string;
  readonly qualname: string;
  readonly first_line: number;
  readonly kind: string;
  /** The number of the code around it, or -1. */
  readonly parent: number;
  /** Where the code around it makes it run: the class statement, the call that takes a generator. */
  readonly run_at: SourcePlace | null;
  /** Names that it binds. */
  readonly names: readonly string[];
}

/** A try statement of a code: lines. */
export interface SourceTry {
  readonly body: Lines;
  readonly handlers: readonly SourceHandler[];
  readonly finalizer: Lines | null;
}

export interface Lines {
  readonly first: number;
  readonly last: number;
}

export interface SourceHandler extends Lines {
  /** Names of the classes that it takes; `null` for all, or what is not known. */
  readonly types: readonly string[] | null;
  /** What it takes may be raised again by it. */
  readonly passes_on: boolean;
}

/** What is known of one place in an emitted file. */
export interface PythonPlace {
  readonly code: number;
  readonly codes: readonly SourceCode[];
  /** The try statements of its code; none where the program keeps what is being handled itself. */
  readonly tries: readonly SourceTry[];
  /** The comprehension that holds it, which is a function to JavaScript alone. */
  readonly inlined: SourcePlace | null;
  readonly place: SourcePlace;
  /** The same for an exception that is made there: its `raise` statement. */
  readonly raised: SourcePlace;
  /** The function that is called there, or the object itself: what fails where it is not there. */
  readonly callee: SourcePlace;
}

/** The places of a file by printed position. */
export interface PythonPlaces {
  readonly codes: readonly SourceCode[];
  /** What stands there, or begins last before it; `null` before everything. Line and column from 0. */
  at(line: number, column: number): PythonPlace | null;
}

/** Reads the extension `x_python_frames` of a source map; `null` where there is none. */
export function python_places(extension: unknown): PythonPlaces | null {
  if (typeof extension !== "object" || extension === null || !("marks" in extension)) return null;
  const { codes, places, marks, tries } = extension as Extension;
  const tries_by_code = grouped(tries ?? []);
  const all = places.map(source_place);
  const all_codes = codes.map(
    ([name, qualname, first_line, kind, parent, run_at, names]): SourceCode => ({
      name,
      qualname,
      first_line,
      kind,
      parent,
      run_at: all[run_at] ?? null,
      names,
    }),
  );
  return {
    codes: all_codes,
    at(line, column) {
      const start = last_before(marks, line, column) * MARK_SIZE;
      if (start < 0) return null;
      const [, , code = 0, inlined = -1, own = 0, raised = 0, callee = 0] = marks.slice(
        start,
        start + MARK_SIZE,
      );
      const place = all[own];
      if (place === undefined) return null;
      return {
        code,
        codes: all_codes,
        tries: tries_by_code.get(code) ?? [],
        inlined: all[inlined] ?? null,
        place,
        raised: all[raised] ?? place,
        callee: all[callee] ?? place,
      };
    },
  };
}

interface Extension {
  readonly codes: readonly (readonly [
    string,
    string,
    number,
    string,
    number,
    number,
    readonly string[],
  ])[];
  readonly places: readonly (readonly number[])[];
  readonly marks: readonly number[];
  readonly tries?: readonly TryEntry[];
}

type TryEntry = readonly [
  code: number,
  first: number,
  last: number,
  handlers: readonly (readonly [number, number, readonly string[] | null, number])[],
  final_first: number,
  final_last: number,
];

function grouped(entries: readonly TryEntry[]): ReadonlyMap<number, readonly SourceTry[]> {
  const found = new Map<number, SourceTry[]>();
  for (const [code, first, last, handlers, final_first, final_last] of entries) {
    const own = found.get(code) ?? [];
    found.set(code, own);
    own.push({
      body: { first, last },
      handlers: handlers.map(([first, last, types, passes_on]) => ({
        first,
        last,
        types,
        passes_on: passes_on === 1,
      })),
      finalizer: final_first === 0 ? null : { first: final_first, last: final_last },
    });
  }
  return found;
}

const MARK_SIZE = 7;

function last_before(marks: readonly number[], line: number, column: number): number {
  let low = -1;
  let high = marks.length / MARK_SIZE - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const at_line = marks[middle * MARK_SIZE] ?? 0;
    const at_column = marks[middle * MARK_SIZE + 1] ?? 0;
    if (at_line < line || (at_line === line && at_column <= column)) low = middle;
    else high = middle - 1;
  }
  return low;
}

function source_place(numbers: readonly number[]): SourcePlace {
  const [line = 0, column = 0, end_line = 0, end_column = 0, whole, ...anchor] = numbers;
  const [from_line, from_column, to_line, to_column] = anchor;
  return {
    line,
    column,
    end_line,
    end_column,
    is_whole: whole === 1,
    anchor:
      from_line === undefined ||
      from_column === undefined ||
      to_line === undefined ||
      to_column === undefined
        ? null
        : [from_line, from_column, to_line, to_column],
  };
}
