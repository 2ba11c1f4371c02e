// What emitted code imports of context managers.
export { AsyncScope, enter, enter_async, Scope, type AsyncManager, type Manager } from "./scope.ts";
export { enter_blocking, type BlockingManager } from "./blocking-scope.ts";
