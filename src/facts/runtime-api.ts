// The declared API of the runtime's modules, decoded from the generated table when it is first asked for.
import type { RuntimeApi } from "./declared-api.ts";
import { decode_runtime_api } from "./decode-runtime-api.ts";
import { COMPACT_API } from "./runtime-api.generated.ts";

export function runtime_api(): RuntimeApi {
  decoded ??= decode_runtime_api(COMPACT_API);
  return decoded;
}

/** Names that the runtime's counterpart of a module exports; `null` when it has none. */
export function runtime_names(module: string): ReadonlySet<string> | null {
  return runtime_api().names(module);
}

let decoded: RuntimeApi | undefined;
