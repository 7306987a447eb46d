import { z } from "zod";

export const logStates = ["all", "queued", "sent", "failed", "dropped"] as const;

/** Choice of the list of mails as it stands in an address; unknown values fall back, never fail. */
export const sendLogFilter = z.object({
  state: z.enum(logStates).catch("all"),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type SendLogFilter = z.infer<typeof sendLogFilter>;
