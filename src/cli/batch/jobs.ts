// What the main thread asks of a worker, and what comes back.
import type { BatchModule, BatchModuleOptions, Component, Rough, SourceMap } from "../../index.ts";
import type { MapForm } from "../map-options.ts";

/** What the map of an output is made from. */
export interface MapJob {
  readonly form: MapForm;
  /** File → the names of its output and, as seen from that one's folder, of itself. */
  readonly names: Readonly<Record<string, { readonly output: string; readonly source: string }>>;
}

export type Job =
  | {
      readonly kind: "component";
      readonly component: Component;
      readonly bytes: Readonly<Record<string, Uint8Array>>;
      readonly options: BatchModuleOptions;
      /** How its modules are laid out: `here` by the same worker, `later` by jobs of their own, or not at all. */
      readonly layout: "here" | "later" | "none";
      /** File → hash of the text that lies laid out in the output folder already. */
      readonly known: Readonly<Record<string, string>>;
      readonly maps: MapJob;
    }
  | {
      readonly kind: "layout";
      readonly file: string;
      readonly code: string;
      readonly map: SourceMap | null;
      readonly rough: readonly Rough[];
      readonly maps: MapJob;
    };

/** A module as it can be sent. */
export interface ModuleAnswer extends BatchModule {
  /** The text of the file for its map, once it is laid out. */
  readonly map_text: string | null;
  /** Of `code`, and its map, before it was laid out. */
  readonly printed: string | null;
  /** `is_known`: the output folder has this text already, `code` is left out. */
  readonly is_known: boolean;
  readonly is_laid_out: boolean;
}

export type Answer =
  | { readonly kind: "module"; readonly module: ModuleAnswer }
  | { readonly kind: "text"; readonly code: string; readonly map_text: string | null }
  /** The text is no TypeScript. */
  | { readonly kind: "failed"; readonly failure: string }
  | { readonly kind: "done" };
