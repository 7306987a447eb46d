import { z } from "zod";
import { sql } from "../fixtures/database";

const stayRow = z.object({ name: z.string(), joined: z.date(), left: z.date().nullable() });

/** Who was in a room of the event from when to when, oldest first. */
export const staysOf = (slug: string) =>
  sql(
    stayRow,
    `select admissions.display_name as name, joined_at as joined, left_at as left from participations
      join admissions on admissions.id = participations.admission_id
      join events on events.id = participations.event_id where events.slug = $1 order by joined_at`,
    [slug],
  );

/** The stays that have not ended, by the names of their people. */
export const namesHere = async (slug: string): Promise<string[]> =>
  (await staysOf(slug))
    .filter(({ left }) => left === null)
    .map(({ name }) => name)
    .toSorted();
