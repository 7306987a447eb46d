import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { meetingPeople, meetings } from "@/db/schema/matchmaking";
import type { Actor } from "@/domain/policy";
import { eventScope } from "@/domain/programme/queries";
import type { Id } from "@/lib/ids";
import { partScope } from "./part-scope";

/** A talk, locked, with the people it belongs to and the actor's side of it. */
export async function talkScope(tx: Transaction, actor: Actor, meetingId: Id<"meeting">) {
  const [meeting] = await tx.select().from(meetings).where(eq(meetings.id, meetingId)).for("update");
  const event = meeting && (await eventScope(tx, meeting.eventId));
  if (!meeting || !event) return undefined;
  const people = await tx.select().from(meetingPeople).where(eq(meetingPeople.meetingId, meetingId));
  const ownerIds = people.map(({ personId }) => personId);
  return { ...(await partScope(tx, actor, { event, ownerIds })), meeting };
}
