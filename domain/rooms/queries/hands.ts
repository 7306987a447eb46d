import "server-only";
import { sql } from "drizzle-orm";
import { hands } from "@/db/schema/interaction";

/**
 * What ended the hands of somebody last: another role, being put out, losing the place or getting one anew, and the
 * opening of the room.
 */
const endedAt = sql`(
  select greatest(a.role_since, r.cancelled_at, r.confirmed_at, s.opened_at, (
           select max(b.created_at) from sanctions b where b.admission_id = a.id and b.kind = 'ban'))
    from admissions a
    join live_sessions s on s.event_id = a.event_id
    left join registrations r on r.id = a.registration_id
   where a.id = ${hands.admissionId})`;

/** True for hands that are up: not lowered, and raised after all that ends a hand. */
export const isUp = sql`(${hands.state} <> 'lowered' and (${hands.raisedAt} < ${endedAt}) is not true)`;

/** True for hands that were accepted: such a person may speak on a stage or in a forum. */
export const hasFloor = sql`(${hands.state} = 'speaking' and ${isUp})`;
