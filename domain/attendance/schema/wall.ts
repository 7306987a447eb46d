import { z } from "zod";

const moment = z.iso.datetime();

/** What a wall in the hall shows: `GET /api/wall/{token}`. Of people it names those on the programme, and nobody else. */
export const wallPage = z.object({
  title: z.string(),
  network: z.object({ name: z.string(), mark: z.string(), colour: z.string().nullable() }),
  state: z.enum(["before", "live", "over"]),
  startsAt: moment,
  timeZone: z.string(),
  /** Online in the room now, and let in on site; null for an event without seats there. */
  here: z.object({ online: z.int(), onsite: z.int().nullable() }),
  /** What everybody may read of the programme, in its order; `begunAt` once it has begun. */
  items: z.array(
    z.object({
      title: z.string(),
      startsAt: moment,
      endsAt: moment,
      begunAt: moment.nullable(),
      speakers: z.array(z.object({ name: z.string(), organisation: z.string() })),
    }),
  ),
});
export type WallPage = z.infer<typeof wallPage>;
