import "server-only";
import { asc, inArray } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { requestMessages } from "@/db/schema/matchmaking-availability";
import { registrations } from "@/db/schema/registration";
import type { Id } from "@/lib/ids";

type PersonId = Id<"person">;

export type RequestMessage = { id: Id<"requestMessage">; isMine: boolean; text: string; at: Date };

/** What was written about these requests, oldest first; `ids` are the viewer's people. */
export async function messagesIn(
  reader: Reader,
  { requestIds, ids }: { requestIds: readonly Id<"request">[]; ids: readonly PersonId[] },
): Promise<(requestId: Id<"request">) => RequestMessage[]> {
  if (requestIds.length === 0) return () => [];
  const rows = await reader
    .select()
    .from(requestMessages)
    .where(inArray(requestMessages.requestId, [...requestIds]))
    .orderBy(asc(requestMessages.createdAt), asc(requestMessages.id));
  return (requestId) =>
    rows.flatMap(({ requestId: about, id, personId, text, createdAt }) =>
      about === requestId ? [{ id, isMine: ids.includes(personId), text, at: createdAt }] : [],
    );
}

/** The zones in which these people registered, event by event. */
export async function ownZones(reader: Reader, ids: readonly PersonId[]) {
  if (ids.length === 0) return () => undefined;
  const rows = await reader
    .select({
      eventId: registrations.eventId,
      personId: registrations.personId,
      zone: registrations.timeZone,
    })
    .from(registrations)
    .where(inArray(registrations.personId, [...ids]));
  return (eventId: Id<"event">, personId: PersonId): string | undefined =>
    rows.find((row) => row.eventId === eventId && row.personId === personId)?.zone;
}
