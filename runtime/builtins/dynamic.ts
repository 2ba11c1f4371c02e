// The one name for values about which nothing is known when the program is compiled.

/**
 * A value whose Python type only shows at run time. It is the only `any` of the runtime: declared types
 * of dynamic results must flow into every context of emitted code, as Python's values do.
 */
// oxlint-disable-next-line typescript/no-explicit-any -- see above
export type Dynamic = any;
