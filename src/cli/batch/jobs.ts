// What the main thread asks of a worker, and what comes back.
import type { BatchModule, Component } from "../../index.ts";

export type Job =
  | {
      readonly kind: "component";
      readonly component: Component;
      readonly bytes: Readonly<Record<string, Uint8Array>>;
      readonly shares: boolean;
      readonly keeps_going: boolean;
      /** How its modules are laid out: `here` by the same worker, `later` by jobs of their own, or not at all. */
      readonly layout: "here" | "later" | "none";
      /** File → hash of the text that lies laid out in the output folder already. */
      readonly known: Readonly<Record<string, string>>;
    }
  | { readonly kind: "layout"; readonly code: string };

/** A module as it can be sent. */
export interface ModuleAnswer extends BatchModule {
  /** Of `code` before it was laid out. */
  readonly printed: string | null;
  /** `is_known`: the output folder has this text already, `code` is left out. */
  readonly is_known: boolean;
  readonly is_laid_out: boolean;
}

export type Answer =
  | { readonly kind: "module"; readonly module: ModuleAnswer }
  | { readonly kind: "text"; readonly code: string }
  /** The text is no TypeScript. */
  | { readonly kind: "failed"; readonly failure: string }
  | { readonly kind: "done" };
