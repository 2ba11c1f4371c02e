// __future__: what all of it asks for has long been so.
export const annotations = true;
export const division = true;
export const absolute_import = true;
export const generator_stop = true;
export const print_function = true;
export const unicode_literals = true;
export const with_statement = true;
