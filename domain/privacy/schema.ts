import { z } from "zod";
import { freshToken } from "@/domain/people/schema";

export const exportOwnDataInput = z.object({ sessionToken: freshToken });

/** Typed by hand, because nothing brings back what is erased. */
export const erasePersonInput = z.object({
  sessionToken: freshToken,
  typed: z
    .string()
    .max(1_000)
    .transform((text) => text.trim().toLowerCase())
    .catch(""),
});

/** One line of the log as it is kept beside the backups. */
export const erasureRow = z.object({
  kind: z.enum(["person", "registration"]),
  idHash: z.string().regex(/^[0-9a-f]{64}$/),
  erasedAt: z.coerce.date(),
});
export const recordErasuresInput = z.object({ rows: z.array(erasureRow).max(1_000) });
