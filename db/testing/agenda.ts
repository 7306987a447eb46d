import type { Actor } from "@/domain/policy";
import type { Id } from "@/lib/ids";
import { db } from "../client";
import { materials, sessionSpeakers, sessions, speakers } from "../schema/programme";
import { eventActor, organizerActor, personActor } from "./actors";
import { aNetwork, anEvent, anEventRole, anOrganizer, aPerson } from "./makers";

type EventValues = NonNullable<Parameters<typeof anEvent>[0]>;

/** When the event of `aDesk` starts; it lasts 90 minutes. */
export const DESK_START = new Date("2027-03-21T09:00:00Z");
const MINUTE = 60_000;

/** An event with its organizer, and everybody who must not touch its page. */
export async function aDesk(values: EventValues = {}) {
  const network = await aNetwork();
  const event = await anEvent({ network, startsAt: DESK_START, ...values });
  const elsewhere = await aNetwork();
  const strangers: Actor[] = [
    personActor(await aPerson()),
    organizerActor(await anOrganizer(elsewhere), elsewhere),
    eventActor(await anEventRole(event, "speaker"), event, "speaker"),
  ];
  return { network, event, actor: organizerActor(await anOrganizer(network), network), strangers };
}

type Event = Awaited<ReturnType<typeof anEvent>>;

type Item = { title: string; after: number; minutes: number } & Partial<typeof sessions.$inferInsert>;

/** An agenda item so many minutes after the event's start. */
export async function aSession(event: Event, { after, minutes, ...item }: Item) {
  const from = event.startsAt.getTime() + after * MINUTE;
  const [row] = await db()
    .insert(sessions)
    .values({
      eventId: event.id,
      kind: "presentation",
      startsAt: new Date(from),
      endsAt: new Date(from + minutes * MINUTE),
      ...item,
    })
    .returning();
  if (!row) throw new Error("the insert returned no row");
  return row;
}

async function insertSpeaker(values: typeof speakers.$inferInsert) {
  const [row] = await db().insert(speakers).values(values).returning();
  if (!row) throw new Error("the insert returned no row");
  return row;
}

/** A name on the event's page. */
export const aSpeaker = (event: Event, name: string, position = 0) =>
  insertSpeaker({ eventId: event.id, name, position });

/** The same, of somebody whom the product knows. */
export const aKnownSpeaker = (event: Event, personId: Id<"person">) =>
  insertSpeaker({ eventId: event.id, name: "Ada Beispiel", position: 0, personId });

/** This name speaks in this agenda item. */
export const speaksIn = (
  speaker: typeof speakers.$inferSelect,
  session: typeof sessions.$inferSelect,
): Promise<unknown> => {
  const { id: sessionId, startsAt, endsAt } = session;
  return db().insert(sessionSpeakers).values({ speakerId: speaker.id, sessionId, startsAt, endsAt });
};

type MaterialValues = Partial<typeof materials.$inferInsert>;

/** A link among the event's materials; with a `fileId`, a file. */
export async function aMaterial(event: Event, values: MaterialValues = {}) {
  const file = { url: null, fileType: "text/plain; charset=utf-8", fileName: "plan.txt", fileBytes: 4 };
  const link = { url: "https://example.org/plan" };
  const [row] = await db()
    .insert(materials)
    .values({
      eventId: event.id,
      title: "Plan",
      audience: "everyone",
      position: 0,
      ...(values.fileId ? file : link),
      ...values,
    })
    .returning();
  if (!row) throw new Error("the insert returned no row");
  return row;
}
