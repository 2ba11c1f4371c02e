// Levels of log messages, and their names.
import { TypeError, ValueError } from "../../builtins/exceptions/index.ts";
import { repr } from "../../builtins/representation.ts";

export const CRITICAL = 50;
export const ERROR = 40;
export const WARNING = 30;
export const INFO = 20;
export const DEBUG = 10;
export const NOTSET = 0;

const names = new Map<number, string>([
  [CRITICAL, "CRITICAL"],
  [ERROR, "ERROR"],
  [WARNING, "WARNING"],
  [INFO, "INFO"],
  [DEBUG, "DEBUG"],
  [NOTSET, "NOTSET"],
]);
const numbers = new Map<string, number>([
  ...[...names].map(([number, name]) => [name, number] as const),
  ["FATAL", CRITICAL],
  ["WARN", WARNING],
]);

/** The name of a level, the level of a name; `Level 15` for numbers without one. */
export function getLevelName(level: number | string): string | number {
  if (typeof level === "string") return numbers.get(level) ?? `Level ${level}`;
  return names.get(Number(level)) ?? `Level ${level}`;
}

export function addLevelName(level: number, levelName: string): void {
  names.set(level, levelName);
  numbers.set(levelName, level);
}

/** A level given by number or name. ValueError for unknown names, TypeError for anything else. */
export function checked_level(level: unknown): number {
  if (typeof level === "number") return level;
  if (typeof level !== "string")
    throw new TypeError(`Level not an integer or a valid string: ${repr(level)}`);
  const number = numbers.get(level);
  if (number === undefined) throw new ValueError(`Unknown level: ${repr(level)}`);
  return number;
}
