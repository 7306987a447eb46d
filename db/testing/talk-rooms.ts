import { and, eq } from "drizzle-orm";
import { answerRequest } from "@/domain/matchmaking/commands/answer-request";
import type { Id } from "@/lib/ids";
import { db } from "../client";
import { meetings } from "../schema/matchmaking";
import type { people } from "../schema/people";
import { admissions, participations, rooms } from "../schema/rooms";
import { personActor } from "./actors";
import { aTaker, aTalkEvent, aTalkRequest, slotAt } from "./talks";

type Person = Pick<typeof people.$inferSelect, "id">;
type Event = Awaited<ReturnType<typeof aTalkEvent>>;
type Two = { event: Event; anna: Taker; ben: Taker };
type Taker = Awaited<ReturnType<typeof aTaker>>;

/** A talk that these two agreed on, in the event's slot of this number. */
export async function agreeOn({ event, anna, ben }: Two, slot = 0): Promise<Id<"meeting">> {
  const request = await aTalkRequest(event, { from: anna.person, to: ben.person, slots: [slot] });
  const input = { requestId: request.id, answer: slotAt(event, slot).toISOString() };
  const result = await answerRequest({ actor: personActor(ben.person), input });
  if (!result.ok || !result.value.meetingId) throw new Error("not accepted");
  return result.value.meetingId;
}

/** An event with two people and the talk that they agreed on, in its first slot. */
export async function anAgreedTalk(values: Parameters<typeof aTalkEvent>[0] = {}) {
  const event = await aTalkEvent(values);
  const two = { event, anna: await aTaker(event), ben: await aTaker(event) };
  const meetingId = await agreeOn(two);
  return { ...two, meetingId, startsAt: slotAt(event, 0) };
}

/** A talk as its row stands. */
export async function meetingRow(meetingId: Id<"meeting">) {
  const [meeting] = await db().select().from(meetings).where(eq(meetings.id, meetingId));
  if (!meeting) throw new Error("no such talk");
  return meeting;
}

type Time = { from: number; to?: number };

/** Somebody's time in the room of a talk, in seconds from its start; without an end they are still there. */
export async function cameToTalk(
  meetingId: Id<"meeting">,
  person: Person,
  { from, to }: Time,
): Promise<void> {
  const { roundId, eventId, startsAt } = await meetingRow(meetingId);
  const [room] = await db()
    .select()
    .from(rooms)
    .where(eq(rooms.roundId, roundId ?? "rnd_none"));
  const [admission] = await db()
    .select()
    .from(admissions)
    .where(and(eq(admissions.eventId, eventId), eq(admissions.personId, person.id)));
  if (!room || !admission) throw new Error("the talk has no room for this person");
  const at = (seconds: number) => new Date(startsAt.getTime() + seconds * 1000);
  await db()
    .insert(participations)
    .values({
      participantSid: `PA_${crypto.randomUUID()}`,
      ...{ eventId, admissionId: admission.id, roomId: room.id },
      joinedAt: at(from),
      leftAt: to === undefined ? null : at(to),
      source: "webhook",
    });
}
