// What says of a class that sequence or mapping patterns take its objects.

/** Carried by the prototypes of other classes whose objects sequence patterns take. */
export const MATCHES_AS_SEQUENCE: unique symbol = Symbol("matches as sequence");

/** Carried by the prototypes of other classes whose objects mapping patterns take. */
export const MATCHES_AS_MAPPING: unique symbol = Symbol("matches as mapping");
