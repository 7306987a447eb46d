import { sql } from "drizzle-orm";
import { db } from "../client";

/**
 * Pairs of agreed talks of one person that overlap: I4 says there are none. By the times of the talks themselves as well as by
 * those that the exclusion constraint looks at, so that a talk whose two times differ is found too.
 */
export async function talksAtOnce(): Promise<number> {
  const { rowCount } = await db().execute(sql`
    select 1 from meeting_people a
      join meeting_people b on b.person_id = a.person_id and b.meeting_id > a.meeting_id
      join meetings one on one.id = a.meeting_id
      join meetings other on other.id = b.meeting_id
      where a.status = 'accepted' and b.status = 'accepted'
        and (a.during && b.during or one.starts_at < other.ends_at and other.starts_at < one.ends_at)`);
  return rowCount ?? 0;
}
