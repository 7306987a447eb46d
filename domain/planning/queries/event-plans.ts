import "server-only";
import { asc, eq, inArray } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { talkWindows } from "@/db/schema/matchmaking";
import { mailSettings } from "@/db/schema/notifications";
import { events, sessions } from "@/db/schema/programme";
import { seatPlans } from "@/db/schema/registration";
import { plannedFormsOf } from "@/domain/forms/queries";
import type { Span } from "@/domain/programme/rules";
import { type Measured, measureOf, minutesInto, partOf } from "@/domain/programme/rules/moving";
import type { Id } from "@/lib/ids";
import { cutTo } from "../rules";
import { type EventPlan, eventPlan } from "../schema";

type Row = typeof events.$inferSelect;
type Parts = {
  agenda: readonly (typeof sessions.$inferSelect)[];
  seats: typeof seatPlans.$inferSelect | undefined;
  talks: typeof talkWindows.$inferSelect | undefined;
  form: EventPlan["form"];
  mails: typeof mailSettings.$inferSelect | undefined;
};

/** Whole minutes, also of what a program planned to the second. */
function wholePart(event: Measured, span: Span) {
  const { after, minutes } = partOf(event, span);
  return { after: Math.round(after), minutes: Math.max(1, Math.round(minutes)) };
}

function planOf(row: Row, { agenda, seats, talks, form, mails }: Parts): EventPlan | undefined {
  const event = measureOf(row);
  const { minutes } = wholePart(event, row);
  // A window is two clock times some days before, whatever the clocks do in between.
  const into = (at: Date | null) => at && Math.round(minutesInto({ ...event, byClock: true }, at));
  const closes = into(row.registrationClosesAt);
  const items = agenda.map((item) => ({ ...item, ...wholePart(event, item) }));
  const [hours] = cutTo(talks ? [{ ...talks, ...wholePart(event, talks) }] : [], minutes);
  const plan = eventPlan.safeParse({
    ...row,
    minutes,
    opensAfter: into(row.registrationOpensAt),
    closesAfter: closes === null ? null : Math.min(closes, minutes),
    agenda: cutTo(items, minutes),
    seats: seats ?? { capacity: null },
    talks: hours ?? null,
    form,
    mails: mails ?? null,
  });
  return plan.success ? plan.data : undefined;
}

/**
 * What can be made again of each of these events, in their order; five queries however many they are. Undefined for one
 * that is more than a plan may hold, such as thousands of agenda items.
 */
export async function plansOf(
  rows: readonly Row[],
  reader: Reader = db(),
): Promise<(EventPlan | undefined)[]> {
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  // One after the other: a command reads them on the one connection of its transaction.
  const agenda = await reader
    .select()
    .from(sessions)
    .where(inArray(sessions.eventId, ids))
    .orderBy(asc(sessions.startsAt), asc(sessions.title));
  const seats = await reader.select().from(seatPlans).where(inArray(seatPlans.eventId, ids));
  const talks = await reader.select().from(talkWindows).where(inArray(talkWindows.eventId, ids));
  const mails = await reader.select().from(mailSettings).where(inArray(mailSettings.eventId, ids));
  const forms = await plannedFormsOf(rows, reader);
  return rows.map((row) =>
    planOf(row, {
      agenda: agenda.filter(({ eventId }) => eventId === row.id),
      seats: seats.find(({ eventId }) => eventId === row.id),
      talks: talks.find(({ eventId }) => eventId === row.id),
      form: forms.get(row.id) ?? [],
      mails: mails.find(({ eventId }) => eventId === row.id),
    }),
  );
}

/** The same of one event, for a command that holds it. */
export async function planOfEvent(eventId: Id<"event">, reader: Reader): Promise<EventPlan | undefined> {
  const [plan] = await plansOf(await reader.select().from(events).where(eq(events.id, eventId)), reader);
  return plan;
}
