// Python's asyncio.log.
import { getLogger } from "../logging.ts";
import type { Logger } from "../_logging/logger.ts";

export const logger: Logger = getLogger("asyncio");
