import type { Actor } from "@/domain/policy";
import type { Id } from "@/lib/ids";
import { normalised } from "@/lib/plain-words";
import { db } from "../client";
import { entries } from "../schema/board";
import type { people } from "../schema/people";
import { organizerActor, personActor } from "./actors";
import { aNetwork, anEvent, anOrganizer, aPerson, aRegistration, aSeries } from "./makers";

type Person = typeof people.$inferSelect;

/** A network with a series that has been announced by one event in it. */
export async function aBoard(values: Parameters<typeof aNetwork>[0] = {}) {
  const network = await aNetwork(values);
  const series = await aSeries(network);
  const event = await anEvent({ network, seriesId: series.id });
  const office = organizerActor(await anOrganizer(network), network);
  return { network, series, event, office };
}
export type Board = Awaited<ReturnType<typeof aBoard>>;

/** Somebody registered at the board's event, and so one of its alliance. */
export async function aReader(
  { event }: Pick<Board, "event">,
  organisation = "",
): Promise<{ person: Person; actor: Actor }> {
  const person = await aPerson({ organisation });
  const said = { personId: person.id, email: person.email, organisation, provenAt: new Date() };
  await aRegistration(event, said);
  return { person, actor: personActor(person) };
}

const DAY = 86_400_000;
/** A day within the longest that an entry may be valid. */
export const inDays = (days: number): string => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);

/** What a form says of an entry. */
export const entrySaid = (seriesId: Id<"series">, values: Record<string, unknown> = {}) => ({
  ...{ seriesId, kind: "need", title: "Spritzgusssimulation gesucht", text: "", tags: ["robotik"] },
  ...{ cooperation: ["rnd"], organisation: "Beispiel GmbH", audience: "alliance", validUntil: inDays(30) },
  ...values,
});

/** An entry as a raw row; of the office unless somebody is named. */
export async function anEntry(
  { network, series }: Pick<Board, "network" | "series">,
  values: Partial<typeof entries.$inferInsert> = {},
) {
  const { title = "Spritzgusssimulation gesucht", text = "" } = values;
  const [row] = await db()
    .insert(entries)
    .values({
      ...{ allianceId: network.allianceId, seriesId: series.id, networkId: network.id, kind: "need" },
      ...{ tags: ["robotik"], validUntil: new Date(Date.now() + 30 * DAY) },
      searchText: normalised(`${title} ${text}`),
      ...values,
      title,
      text,
    })
    .returning();
  if (!row) throw new Error("the insert returned no row");
  return row;
}
