import { sql } from "drizzle-orm";
import { registrations } from "@/db/schema/registration";
import { defineCommand } from "@/domain/kernel/command";
import type { Context } from "@/domain/kernel/context";
import type { EventScope } from "@/domain/programme/queries";
import { readTable } from "@/lib/csv/read";
import { newId } from "@/lib/ids";
import { fail, ok, type Result } from "@/lib/result";
import { seatsForDesk } from "../internal/held-seats";
import { type Change, countsOf, type Planned, planImport, readPeople } from "../internal/import-plan";
import { knownPeople } from "../internal/known-people";
import { changeOf, moveSeats, type SeatPlan, sumOf } from "../internal/seat-plan";
import type { ImportOutcome } from "../rules/import";
import { type ClosedForOffice, closedForOffice } from "../rules/window";
import { IMPORT_ROWS, importInput } from "../schema/import";

type Imported = {
  eventId: string;
  counts: Record<ImportOutcome, number>;
  /** What became of each row; its number only, because answers are kept and names must not be. */
  rows: { row: number; outcome: ImportOutcome }[];
};
type Refusal = ClosedForOffice | "file_unreadable" | "too_many_rows";

/**
 * Reads the people of a file into the list of an event, in the order of the file: seats of their kind while there are any,
 * then their waiting list, each with the mail that anybody gets. Rows that can't be read are left out and named; the rest is entered
 * whole or not at all. By address a file can be read again and again. Reasons: event_draft, event_cancelled, event_over,
 * file_unreadable, too_many_rows.
 */
export const importRegistrations = defineCommand({
  name: "import-registrations",
  input: importInput,
  permission: "registration.manage",
  ...seatsForDesk,
  run: async (
    context,
    { eventId, text, delimiter, columns },
    { event, plan },
  ): Promise<Result<Imported, Refusal>> => {
    const closed = closedForOffice(event, context.now);
    if (closed) return fail("conflict", closed);
    const table = readTable(text, delimiter);
    if (!table.ok) return fail("invalid", "file_unreadable", { details: { line: table.line } });
    if (table.rows.length > IMPORT_ROWS + 1) return fail("invalid", "too_many_rows");
    const read = readPeople(table.rows, columns);
    const known = await knownPeople(context.tx, eventId, read);
    const planned = planImport(read, known, plan);
    await enter(context, { event, plan, planned });
    await change(
      context,
      planned.flatMap((one) => (one.outcome === "changed" ? [one.change] : [])),
    );
    const rows = planned.map(({ row, outcome }) => ({ row, outcome }));
    return ok({ eventId, counts: countsOf(planned), rows });
  },
});

const ROWS_AT_ONCE = 500;

type Entry = { event: EventScope; plan: SeatPlan; planned: readonly Planned[] };

/** The new ones, in few statements: everybody else who wants a seat waits meanwhile. */
async function enter({ tx, now, emit }: Context, { event, plan, planned }: Entry): Promise<void> {
  const { eventId } = event;
  const rows = planned.flatMap((one) =>
    one.outcome === "confirmed" || one.outcome === "waiting" ? [{ ...one.person, status: one.outcome }] : [],
  );
  const fresh = rows.map((person, at) => ({
    ...person,
    id: newId("registration"),
    eventId,
    place: plan.nextPlace + at,
    timeZone: event.timeZone,
    source: "import" as const,
    createdAt: now,
    confirmedAt: person.status === "confirmed" ? now : null,
  }));
  if (fresh.length === 0) return;
  for (let from = 0; from < fresh.length; from += ROWS_AT_ONCE)
    await tx.insert(registrations).values(fresh.slice(from, from + ROWS_AT_ONCE));
  const entered = fresh.map((row) => changeOf(undefined, row));
  await moveSeats(tx, eventId, sumOf([...entered, { nextPlace: fresh.length }]));
  for (const { id: registrationId, status } of fresh)
    await emit({ kind: `registration.${status}`, payload: { registrationId, eventId } });
}

/** Those whom the file says something new about. `knownPeople` found them on this event's list. */
async function change({ tx }: Context, changes: readonly Change[]): Promise<void> {
  if (changes.length === 0) return;
  await tx.execute(sql`
    update registrations
       set name = said.name, organisation = said.organisation, tags = said.tags
      from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb)
        as said(id text, name text, organisation text, tags text[])
     where registrations.id = said.id and registrations.status not in ('cancelled', 'declined')`);
}
