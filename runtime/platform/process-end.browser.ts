// A page does not end with its program.

export function set_exit_status(_status: number): void {}

export function end_process(): void {}
