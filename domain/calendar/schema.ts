import { z } from "zod";

/** `open` keeps an address that exists; `renew` makes another one, so that the old one opens nothing; `close` ends it. */
export const shareCalendarInput = z.object({ want: z.enum(["open", "renew", "close"]) });
