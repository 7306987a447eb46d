import "server-only";
import { and, asc, count, desc, eq, gt, inArray, lt, notInArray, or } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { events } from "@/db/schema/programme";
import { registrations } from "@/db/schema/registration";
import { type Actor, can } from "@/domain/policy";
import { heldBy } from "@/domain/programme/queries/seated";
import type { Id } from "@/lib/ids";

type Row = typeof registrations.$inferSelect;
export type MyEvent = Pick<
  typeof events.$inferSelect,
  | "id"
  | "slug"
  | "title"
  | "kind"
  | "status"
  | "language"
  | "startsAt"
  | "endsAt"
  | "timeZone"
  | "registrationOpensAt"
  | "registrationClosesAt"
  | "networkId"
  | "seriesId"
  | "place"
  | "calendarSequence"
>;
export type MyRegistration = Pick<
  Row,
  | "id"
  | "eventId"
  | "personId"
  | "email"
  | "name"
  | "organisation"
  | "status"
  | "attendance"
  | "offeredUntil"
  | "registeredBy"
  | "colleagues"
  | "talksOptIn"
  | "listed"
  | "locale"
  | "provenAt"
  | "confirmedAt"
  | "cancelledAt"
  | "calendarSequence"
> & {
  event: MyEvent;
  /** Place on the waiting list for these seats, from 1; null for everybody else. */
  waitingPlace: number | null;
};

async function waitingPlaceOf(row: Row, reader: Reader): Promise<number | null> {
  if (row.status !== "waiting") return null;
  const ahead = and(
    eq(registrations.eventId, row.eventId),
    eq(registrations.status, "waiting"),
    eq(registrations.attendance, row.attendance),
    or(
      gt(registrations.priority, row.priority),
      and(eq(registrations.priority, row.priority), lt(registrations.place, row.place)),
    ),
  );
  const [found] = await reader.select({ ahead: count() }).from(registrations).where(ahead);
  return (found?.ahead ?? 0) + 1;
}

const withPlaces = (rows: { registration: Row; event: typeof events.$inferSelect }[], reader: Reader) =>
  Promise.all(
    rows.map(async ({ registration, event }) => ({
      ...registration,
      event,
      waitingPlace: await waitingPlaceOf(registration, reader),
    })),
  );

type Owned = {
  registration: Pick<Row, "id" | "personId">;
  event: Pick<typeof events.$inferSelect, "id" | "networkId">;
};
const scopeOf = ({ registration, event }: Owned) => ({
  networkId: event.networkId,
  eventId: event.id,
  registrationId: registration.id,
  ownerIds: registration.personId ? [registration.personId] : [],
});

/** One registration for whoever proved its address, or hosts the event; a mere claim sees none. */
export async function findRegistration(
  viewer: Actor,
  id: Id<"registration">,
  reader: Reader = db(),
): Promise<MyRegistration | undefined> {
  const [row] = await reader
    .select({ registration: registrations, event: events })
    .from(registrations)
    .innerJoin(events, eq(events.id, registrations.eventId))
    .where(eq(registrations.id, id));
  if (!row || !can(viewer, "registration.read", scopeOf(row))) return undefined;
  const [found] = await withPlaces([row], reader);
  return found;
}

/** What a viewer may do with a registration that they have found: those who run its event see it, and change nothing of it. */
export function rightsOver(
  viewer: Actor,
  registration: MyRegistration,
): { changes: boolean; cancels: boolean } {
  const scope = scopeOf({ registration, event: registration.event });
  return {
    changes: can(viewer, "registration.update", scope),
    cancels: can(viewer, "registration.cancel", scope),
  };
}

/** All registrations of the viewer, by person and by mailed link, in the order of their events. */
export async function listMyRegistrations(viewer: Actor, reader: Reader = db()): Promise<MyRegistration[]> {
  const mine = heldBy(viewer);
  if (!mine) return [];
  const rows = await reader
    .select({ registration: registrations, event: events })
    .from(registrations)
    .innerJoin(events, eq(events.id, registrations.eventId))
    .where(mine)
    .orderBy(asc(events.startsAt));
  return withPlaces(rows, reader);
}

/** The viewer's registration of the event at this address, unless cancelled or declined; of several people's the newest. */
export async function findMyRegistration(
  viewer: Actor,
  slug: string,
  reader: Reader = db(),
): Promise<MyRegistration | undefined> {
  const mine = heldBy(viewer);
  if (!mine) return undefined;
  const rows = await reader
    .select({ registration: registrations, event: events })
    .from(registrations)
    .innerJoin(events, eq(events.id, registrations.eventId))
    .where(and(mine, eq(events.slug, slug), notInArray(registrations.status, ["cancelled", "declined"])))
    .orderBy(desc(registrations.createdAt), asc(registrations.id))
    .limit(1);
  const [found] = await withPlaces(rows, reader);
  return found;
}

/** The names of those who registered somebody else. */
async function namesOf(ids: readonly Id<"registration">[], reader: Reader): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await reader
    .select({ id: registrations.id, name: registrations.name })
    .from(registrations)
    .where(inArray(registrations.id, [...ids]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

export type RegistrationMail = MyRegistration & { timeZone: string; colleague: string | null };

/** What mails about these registrations need, in any order. For jobs and subscribers of facts, which act as the system. */
export async function registrationMailsOf(
  ids: readonly Id<"registration">[],
  reader: Reader = db(),
): Promise<RegistrationMail[]> {
  if (ids.length === 0) return [];
  const rows = await reader
    .select({ registration: registrations, event: events })
    .from(registrations)
    .innerJoin(events, eq(events.id, registrations.eventId))
    .where(inArray(registrations.id, [...ids]));
  const [found, colleagues] = await Promise.all([
    withPlaces(rows, reader),
    namesOf(
      rows.flatMap(({ registration }) => registration.registeredBy ?? []),
      reader,
    ),
  ]);
  return found.map((row) => ({ ...row, colleague: colleagues.get(row.registeredBy ?? "") ?? null }));
}

/** What a mail or a calendar file about a registration needs. For subscribers of facts, which act as the system. */
export async function registrationMailOf(
  id: Id<"registration">,
  reader: Reader = db(),
): Promise<RegistrationMail | undefined> {
  return (await registrationMailsOf([id], reader))[0];
}
