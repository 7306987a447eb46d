import "server-only";
import { asc, eq, inArray } from "drizzle-orm";
import { db } from "@/db/client";
import { meetingPeople, meetings } from "@/db/schema/matchmaking";
import { type EventScope, eventScope } from "@/domain/programme/queries";
import type { Id } from "@/lib/ids";
import { type Correspondent, correspondents, type TalkCorrespondence } from "./correspondence";

export type PlanLetter = {
  me: Correspondent;
  event: EventScope;
  /** Earliest first. */
  talks: { talk: TalkCorrespondence; partner: Correspondent }[];
};

/** The new talks of a plan by person, as far as they still stand. For jobs, which act as the system. */
export async function planLetters(
  eventId: Id<"event">,
  ids: readonly Id<"meeting">[],
): Promise<PlanLetter[]> {
  const event = await eventScope(db(), eventId);
  if (!event || ids.length === 0) return [];
  const rows = await db()
    .select({ meeting: meetings, personId: meetingPeople.personId })
    .from(meetings)
    .innerJoin(meetingPeople, eq(meetingPeople.meetingId, meetings.id))
    .where(inArray(meetings.id, [...ids]))
    .orderBy(asc(meetings.startsAt), asc(meetings.id));
  const personIds = [...new Set(rows.map(({ personId }) => personId))];
  const known = new Map((await correspondents(db(), eventId, personIds)).map((one) => [one.personId, one]));
  const letters = new Map<Id<"person">, PlanLetter>();
  for (const group of Map.groupBy(rows, ({ meeting }) => meeting.id).values()) {
    const people = group.flatMap(({ personId }) => known.get(personId) ?? []);
    const meeting = group[0]?.meeting;
    if (!meeting || meeting.status === "cancelled") continue;
    for (const me of people) {
      const partner = people.find((one) => one !== me);
      if (!partner) continue;
      const letter = letters.get(me.personId) ?? { me, event, talks: [] };
      letter.talks.push({ talk: { meeting, event, people }, partner });
      letters.set(me.personId, letter);
    }
  }
  return [...letters.values()];
}
