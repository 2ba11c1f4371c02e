// What a browser says of itself; CPython calls this platform by the compiler that brings it there.

export function executable_path(): string {
  return "";
}

export function platform_name(): string {
  return "emscripten";
}
