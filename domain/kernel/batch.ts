import { z } from "zod";

/** How many rows a command of the clock deletes in one transaction: none may hold locks for long, or time out. */
export const batchInput = z.object({ limit: z.int().min(1).max(500).default(200) });
