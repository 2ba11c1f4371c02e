// What the shop uses of Python's syslog: the lines are kept, for whoever wants to send them somewhere.
export const LOG_INFO = 6;

/** @type {string[]} */
export const lines = [];

/**
 * @param {number} priority
 * @param {string} text
 */
export function syslog(priority, text) {
  lines.push(`<${priority}> ${text}`);
}
