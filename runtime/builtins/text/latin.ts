// Bytes as text with one character per byte, and back.

const CHUNK = 8192;

/** One character per byte. */
export function latin_text(bytes: Uint8Array): string {
  if (bytes.length <= CHUNK) return Reflect.apply(String.fromCharCode, null, bytes);
  let text = "";
  for (let start = 0; start < bytes.length; start += CHUNK) {
    text += latin_text(bytes.subarray(start, start + CHUNK));
  }
  return text;
}

/** The low byte of each character, into `bytes`, which is as long as the text. */
export function fill_latin<B extends Uint8Array>(bytes: B, text: string): B {
  for (let index = 0; index < text.length; index++) bytes[index] = text.charCodeAt(index);
  return bytes;
}
