// Python's collections.
export { ChainMap } from "./_collections/chain-map.ts";
export { Counter } from "./_collections/counter.ts";
export { defaultdict, OrderedDict } from "./_collections/defaultdict.ts";
export { deque } from "./_collections/deque.ts";
export { namedtuple } from "./_collections/namedtuple.ts";
export { UserDict } from "./_collections/user-dict.ts";
export { UserList } from "./_collections/user-list.ts";
