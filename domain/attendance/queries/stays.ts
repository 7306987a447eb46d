import "server-only";
import { and, eq, inArray, isNotNull } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { admissions, liveSessions, participations } from "@/db/schema/rooms";
import { eventScope } from "@/domain/programme/queries";
import { settingsOf } from "@/domain/rooms/queries/settings";
import type { Id } from "@/lib/ids";
import type { Span, Stay } from "../rules";

/** Whether minutes are kept for this event; the lobby tells everybody before they enter. */
export const recordsAttendance = async (eventId: Id<"event">, reader: Reader = db()): Promise<boolean> =>
  (await settingsOf(eventId, reader)).recordsAttendance;

/** Of whom; everybody where nothing is said. */
type Whose = { only?: readonly Id<"admission">[]; registered?: readonly Id<"registration">[] | undefined };
export type Computed = { eventId: Id<"event">; now: Date } & Whose;

export const isOneOf = ({ only, registered }: Whose) =>
  and(
    only && inArray(admissions.id, [...only]),
    registered && inArray(admissions.registrationId, [...registered]),
  );

export type Admission = typeof admissions.$inferSelect;
type Stays = { session: Span; people: { admission: Admission; stays: Stay[] }[] };

/** From when to when an event counts as held: from its start, or from when it was opened before that, to its end or to now. */
async function sessionOf(reader: Reader, { eventId, now }: Computed): Promise<Span | undefined> {
  const event = await eventScope(reader, eventId);
  if (!event) return undefined;
  const [session] = await reader.select().from(liveSessions).where(eq(liveSessions.eventId, eventId));
  const from = Math.min(event.startsAt.getTime(), session?.openedAt?.getTime() ?? Number.POSITIVE_INFINITY);
  const planned = Math.max(event.endsAt.getTime(), from);
  const to = Math.min(now.getTime(), session?.endedAt?.getTime() ?? planned);
  return { from, to: Math.max(from, to) };
}

/** Everybody's connections in all rooms of an event. Nobody's where it keeps no minutes. */
export async function staysIn(reader: Reader, computed: Computed): Promise<Stays> {
  const session = await sessionOf(reader, computed);
  if (!session || !(await recordsAttendance(computed.eventId, reader)))
    return { session: session ?? { from: 0, to: 0 }, people: [] };
  const rows = await reader
    .select({ stay: participations, admission: admissions })
    .from(participations)
    .innerJoin(admissions, eq(admissions.id, participations.admissionId))
    .where(
      and(
        eq(participations.eventId, computed.eventId),
        isNotNull(participations.joinedAt),
        isOneOf(computed),
      ),
    );
  const people = [...Map.groupBy(rows, ({ admission }) => admission.id).values()].flatMap((mine) => {
    const admission = mine[0]?.admission;
    const stays = mine.flatMap(({ stay }) =>
      stay.joinedAt ? [{ from: stay.joinedAt.getTime(), to: stay.leftAt?.getTime() ?? null }] : [],
    );
    return admission ? [{ admission, stays }] : [];
  });
  return { session, people };
}
