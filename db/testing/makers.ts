import { newId } from "@/lib/ids";
import { db } from "../client";
import { alliances, networkMembers, networks } from "../schema/alliance";
import { eventRoles } from "../schema/alliance-roles";
import { people } from "../schema/people";
import { events, series } from "../schema/programme";
import { registrationClaims, registrations, seatPlans } from "../schema/registration";

type Inserted<Table extends { $inferInsert: unknown }> = Partial<Table["$inferInsert"]>;

let counter = 0;
/** A word that no other row of this test file uses. */
const unique = (word: string) => `${word}-${++counter}`;

/** What `returning()` gave for exactly one inserted row. */
function one<Row>(rows: Row[]): Row {
  const [row] = rows;
  if (!row) throw new Error("the insert returned no row");
  return row;
}

export async function anAlliance(values: Inserted<typeof alliances> = {}) {
  const slug = unique("allianz");
  return one(
    await db()
      .insert(alliances)
      .values({ slug, name: `Allianz ${slug}`, ...values })
      .returning(),
  );
}

/** A network of its own alliance unless `allianceId` says otherwise. */
export async function aNetwork(values: Inserted<typeof networks> = {}) {
  const slug = unique("netz");
  const allianceId = values.allianceId ?? (await anAlliance()).id;
  const row = {
    slug,
    name: `Netzwerk ${slug}`,
    mark: "NW",
    colour: "#0a6f8f",
    contactEmail: `${slug}@example.org`,
  };
  return one(
    await db()
      .insert(networks)
      .values({ ...row, ...values, allianceId })
      .returning(),
  );
}

export async function aPerson(values: Inserted<typeof people> = {}) {
  const name = unique("Person");
  const row = { name, email: `${name.toLowerCase()}@example.org`, emailVerified: new Date(), ...values };
  return one(await db().insert(people).values(row).returning());
}

type Network = typeof networks.$inferSelect;
type NetworkRole = (typeof networkMembers.$inferSelect)["role"];

/** A person with a role in the network. */
export async function aMember(network: Network, role: NetworkRole = "member") {
  const person = await aPerson();
  await db().insert(networkMembers).values({ networkId: network.id, personId: person.id, role });
  return person;
}

export const anOrganizer = (network: Network) => aMember(network, "organizer");

/** A series of the network's alliance, ten days in November. */
export async function aSeries({ allianceId, id: networkId }: Network, values: Inserted<typeof series> = {}) {
  const row = { slug: unique("woche"), title: "Woche", startsOn: "2026-11-10", endsOn: "2026-11-20" };
  return one(
    await db()
      .insert(series)
      .values({ ...row, networkId, ...values, allianceId })
      .returning(),
  );
}

type EventValues = Inserted<typeof events> & {
  network?: Network;
  capacity?: number | null;
  waitlist?: boolean;
};

const MINUTE = 60_000;

/** A published event that starts in a day and lasts 90 minutes, with its seat plan (no limit by default). */
export async function anEvent({ network, capacity = null, waitlist = true, ...values }: EventValues = {}) {
  const networkId = values.networkId ?? network?.id ?? (await aNetwork()).id;
  const startsAt = values.startsAt ?? new Date(Date.now() + 24 * 60 * MINUTE);
  const slug = unique("termin");
  const row = {
    slug,
    kind: "webinar" as const,
    mode: "stage" as const,
    status: "published" as const,
    title: `Veranstaltung ${slug}`,
    startsAt,
    endsAt: new Date(startsAt.getTime() + 90 * MINUTE),
    publishedAt: new Date(),
    ...values,
    networkId,
  };
  const event = one(await db().insert(events).values(row).returning());
  await db().insert(seatPlans).values({ eventId: event.id, capacity, waitlist });
  return event;
}

type Event = typeof events.$inferSelect;

/** A person who is host, co-host or speaker of this event only. */
export async function anEventRole(event: Event, role: (typeof eventRoles.$inferSelect)["role"]) {
  const person = await aPerson();
  await db().insert(eventRoles).values({ eventId: event.id, personId: person.id, role });
  return person;
}

/** A registration as a raw row: for tests of other modules. It does not move the counts of the seat plan. */
export async function aRegistration(event: Event, values: Inserted<typeof registrations> = {}) {
  const name = unique("Gast");
  const row = {
    email: `${name.toLowerCase()}@example.org`,
    name,
    status: "confirmed" as const,
    place: counter,
    confirmedAt: new Date(),
    ...values,
    eventId: event.id,
  };
  return one(await db().insert(registrations).values(row).returning());
}

/** What a browser holds that typed an address without proving it. */
export async function aClaim(registration: typeof registrations.$inferSelect) {
  const { id: registrationId, eventId, name } = registration;
  return one(
    await db()
      .insert(registrationClaims)
      .values({ id: newId("claim"), registrationId, eventId, name })
      .returning(),
  );
}
