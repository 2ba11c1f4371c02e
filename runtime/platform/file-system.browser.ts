// A page has no file system: what looks at it finds nothing, what changes it fails.
import type { DirectoryEntry, FileStatus } from "./file-system.ts";
import { not_here } from "./not-here.browser.ts";

export type { DirectoryEntry, FileStatus } from "./file-system.ts";

type OnPath = (path: string) => void;
type OnPaths = (from: string, to: string) => void;

export const file_status: (path: string, follow_links?: boolean) => FileStatus =
  not_here("the file system");
export const list_directory: (path: string) => readonly DirectoryEntry[] =
  not_here("the file system");
export const make_directory: (path: string, mode: number) => void = not_here("the file system");
export const remove_file: OnPath = not_here("the file system");
export const remove_directory: OnPath = not_here("the file system");
export const remove_tree: OnPath = not_here("the file system");
export const rename_file: OnPaths = not_here("the file system");
export const copy_file: OnPaths = not_here("the file system");
export const link_file: OnPaths = not_here("the file system");
export const make_symbolic_link: OnPaths = not_here("the file system");
export const read_link: (path: string) => string = not_here("the file system");
export const change_mode: (path: string, mode: number) => void = not_here("the file system");
export const set_times: (path: string, accessed: number, modified: number) => void =
  not_here("the file system");
export const real_path = (path: string): string => path;
export const does_exist = (_path: string): boolean => false;
export const is_allowed = (_path: string, _mode: number): boolean => false;
export const current_directory = (): string => "/";
export const change_directory: OnPath = not_here("the file system");
export const home_directory = (): string => "/";
export const temporary_directory = (): string => "/tmp";
export const environment: NodeJS.ProcessEnv = {};
export const process_id = (): number => 1;
export const parent_process_id = (): number => 0;
