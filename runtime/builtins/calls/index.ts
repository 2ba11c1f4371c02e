// What emitted code imports of calls.
export { call } from "./call.ts";
export { call_error } from "./call-error.ts";
export { arranged, call_with } from "./call-with.ts";
export { blocking, is_coroutine_function } from "./callable-kind.ts";
export { keywords, mapping_entries, starred } from "./keywords.ts";
export { describe, of_module, python_names, qualified } from "./description.ts";
export { misfit } from "./native-arguments.ts";
export { signature } from "./signature.ts";
export { split_keywords } from "./split-keywords.ts";
