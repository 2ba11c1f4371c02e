// What the engine that runs us says of itself.

export function executable_path(): string {
  return process.execPath;
}

export function platform_name(): string {
  return process.platform;
}
