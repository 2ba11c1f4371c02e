// Python's collections.
export { Counter } from "./_collections/counter.ts";
export { defaultdict, OrderedDict } from "./_collections/defaultdict.ts";
export { deque } from "./_collections/deque.ts";
export { namedtuple } from "./_collections/namedtuple.ts";
