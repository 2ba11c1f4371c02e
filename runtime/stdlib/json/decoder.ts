// Python's json.decoder.
export { JSONDecodeError } from "../_json/decode-error.ts";
