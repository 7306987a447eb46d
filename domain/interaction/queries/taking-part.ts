import "server-only";
import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Reader } from "@/db/client";
import { isUp } from "@/domain/rooms/queries/hands";
import type { Id } from "@/lib/ids";

const number = z.coerce.number();
const counted = z.tuple([
  z.object({
    messages: number,
    hands: number,
    handsUp: number,
    questions: number,
    questionsOpen: number,
    votes: number,
    polls: number,
    ballots: number,
  }),
]);
/** How much people took part, in numbers; `handsUp` and `questionsOpen` as it stands now. */
export type TakingPart = z.infer<typeof counted>[0];

/**
 * What came together in an event's rooms. Nobody stands in it; its callers have asked whether the viewer may know. A question
 * that was taken back was never asked, a message that a host hid was said.
 */
export async function takingPartIn(reader: Reader, eventId: Id<"event">): Promise<TakingPart> {
  const { rows } = await reader.execute(sql`
    select (select count(*) from chat_messages where event_id = ${eventId} and scope = 'room') as messages,
           (select count(*) from hands join live_sessions s on s.id = hands.live_session_id
             where s.event_id = ${eventId}) as hands,
           (select count(*) from hands join live_sessions s on s.id = hands.live_session_id
             where s.event_id = ${eventId} and ${isUp}) as "handsUp",
           (select count(*) from audience_questions
             where event_id = ${eventId} and state <> 'withdrawn') as questions,
           (select count(*) from audience_questions
             where event_id = ${eventId} and state in ('waiting', 'new', 'on_air') and merged_into_id is null
           ) as "questionsOpen",
           (select count(*) from question_votes v join audience_questions q on q.id = v.question_id
             where q.event_id = ${eventId} and q.state <> 'withdrawn') as votes,
           (select count(*) from polls where event_id = ${eventId} and opened_at is not null) as polls,
           (select count(*) from poll_ballots where event_id = ${eventId}) as ballots`);
  return counted.parse(rows)[0];
}
