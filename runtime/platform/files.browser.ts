// A page has no files: opening one fails as on a system that lacks them.
import { not_here } from "./not-here.browser.ts";
import type { OpenFlags } from "./files.ts";

export type { OpenFlags } from "./files.ts";

export const open_file: (path: string | Uint8Array, flags: OpenFlags) => number =
  not_here("opening files");
export const close_file: (descriptor: number) => void = not_here("a file");
export const read_file: (descriptor: number, count: number, position: number | null) => Uint8Array =
  not_here("a file");
export const write_file: (descriptor: number, bytes: Uint8Array, position: number | null) => void =
  not_here("a file");
export const file_size: (descriptor: number) => number = not_here("a file");
export const is_directory: (descriptor: number) => boolean = not_here("a file");
export const has_positions = (_descriptor: number): boolean => false;
export const truncate_file: (descriptor: number, size: number) => void = not_here("a file");
export const sync_file: (descriptor: number) => void = not_here("a file");
export const is_terminal_file = (_descriptor: number): boolean => false;

export function line_separator(): string {
  return "\n";
}
