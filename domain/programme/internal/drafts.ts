import type { Transaction } from "@/db/client";
import { events, sessions } from "@/db/schema/programme";
import type { Id } from "@/lib/ids";
import { openingBefore } from "../rules";
import { instantInto, isByClock, placed } from "../rules/moving";
import type { DraftPlan } from "../schema";

type Draft = {
  networkId: Id<"network">;
  seriesId?: Id<"series">;
  slug: string;
  title: string;
  startsAt: Date;
  timeZone: string;
  now: Date;
};

/** The event's row and agenda as its plan says, measured from its start. Seats and hours for talks are others' tables. */
export async function insertDraft(tx: Transaction, plan: DraftPlan, draft: Draft): Promise<Id<"event">> {
  const { now, ...own } = draft;
  const { kind, mode, language, summary, description, topics, place, minutes } = plan;
  const { membersOnly, membersBy } = plan;
  const measured = { ...own, byClock: isByClock(minutes) };
  const span = placed(measured, { after: 0, minutes });
  const closes = plan.closesAfter === null ? null : instantInto({ ...own, byClock: true }, plan.closesAfter);
  const texts = { kind, mode, language, summary, description, topics, membersOnly, membersBy, place };
  const registrationClosesAt = closes && closes > span.endsAt ? span.endsAt : closes;
  const opens = plan.opensAfter === null ? null : instantInto({ ...own, byClock: true }, plan.opensAfter);
  const window = { registrationOpensAt: openingBefore(opens, registrationClosesAt ?? span.endsAt) };
  const row = { ...own, ...texts, ...span, ...window, registrationClosesAt, createdAt: now };
  const [event] = await tx.insert(events).values(row).returning({ id: events.id });
  if (!event) throw new Error("the event was not inserted");
  const agenda = plan.agenda.map(({ after, minutes: lasts, ...item }) => ({
    ...{ ...item, eventId: event.id },
    ...placed(measured, { after, minutes: lasts }),
  }));
  if (agenda.length > 0) await tx.insert(sessions).values(agenda);
  return event.id;
}
