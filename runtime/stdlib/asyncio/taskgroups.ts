// Python's asyncio.taskgroups.
export * from "../../asyncio/taskgroups.ts";
