import { eq, inArray, sql } from "drizzle-orm";
import { describe, expect, it, vi } from "vitest";
import { db } from "@/db/client";
import { events } from "@/db/schema/programme";
import { invitations } from "@/db/schema/registration";
import { anEvent } from "@/db/testing/makers";
import { worstOf } from "@/db/testing/races";
import { anOffice } from "@/db/testing/seats";
import { withoutGuard } from "@/db/testing/switches";
import type { Id } from "@/lib/ids";
import { invitePeople } from "../commands/invite-people";

/** The one guard of the limit; switched off, the very same lists must exceed it. */
const guard = vi.hoisted(() => ({ on: true }));

vi.mock("@/domain/kernel/turns", async (original) => {
  const { turnsWithSwitch } = await import("@/db/testing/switches");
  return turnsWithSwitch(await original<typeof import("@/domain/kernel/turns")>(), guard);
});

const MOST = 5_000;
const NOON = new Date("2027-03-10T12:00:00Z");
const hoursBefore = (hours: number) => new Date(NOON.getTime() - hours * 3_600_000);
const ahead = { startsAt: new Date("2027-04-01T09:00:00Z"), endsAt: new Date("2027-04-01T12:00:00Z") };

/** So many who were invited to this event by mail, in one statement. */
const alreadyInvited = (eventId: Id<"event">, count: number, mailedAt: Date) =>
  db().execute(sql`
    insert into invitations (id, event_id, code, email, locale, max_uses, mailing, mailed_at, created_at)
    select 'inv_' || md5(${eventId} || n), ${eventId}, md5(${eventId} || n), n || '@voll.example.org', 'de', 1, 1,
           ${mailedAt.toISOString()}::timestamptz, ${mailedAt.toISOString()}::timestamptz
      from generate_series(1, ${count}::int) n`);

const listOf = (count: number) =>
  Array.from({ length: count }, () => `${crypto.randomUUID()}@example.org`).join("\n");

/** A network with two events, of which one has invited all but ten of what a day holds. */
async function aBusyOffice(mailedAt = hoursBefore(1)) {
  const office = await anOffice(ahead);
  const other = await anEvent({ ...ahead, network: office.network });
  await alreadyInvited(other.id, MOST - 10, mailedAt);
  const invite = (eventId: Id<"event">, count: number) =>
    invitePeople({ actor: office.actor, input: { eventId, text: listOf(count), locale: "de" }, now: NOON });
  return { ...office, other, invite };
}

/** Six lists at once for the two events, each as long as what is left of the day; how many the network has then invited. */
async function listsAtOnce(): Promise<number> {
  const { network, event, other, invite } = await aBusyOffice();
  const both = [event.id, other.id, event.id, other.id, event.id, event.id];
  await Promise.all(both.map((eventId) => invite(eventId, 10)));
  const ofNetwork = db().select({ id: events.id }).from(events).where(eq(events.networkId, network.id));
  return db().$count(invitations, inArray(invitations.eventId, ofNetwork));
}

const tooMany = { failure: { fields: { text: ["too_many"] } } };

describe("what a network may invite within a day", () => {
  it("ends at its limit, over all its events, and no list is written by half", async () => {
    const { event, other, invite } = await aBusyOffice();
    expect(await invite(event.id, 11)).toMatchObject(tooMany);
    expect(await db().$count(invitations, eq(invitations.eventId, event.id))).toBe(0);
    expect(await invite(event.id, 10)).toMatchObject({ value: { invited: 10 } });
    for (const { id } of [event, other]) expect(await invite(id, 1)).toMatchObject(tooMany);
  });

  it("is free again the day after, and nothing that another network uses up", async () => {
    const yesterday = await aBusyOffice(hoursBefore(25));
    expect(await yesterday.invite(yesterday.event.id, 11)).toMatchObject({ value: { invited: 11 } });
    const busy = await aBusyOffice();
    const { event, actor } = await anOffice(ahead);
    expect(await busy.invite(busy.event.id, 11)).toMatchObject(tooMany);
    const input = { eventId: event.id, text: listOf(11), locale: "de" };
    expect(await invitePeople({ actor, input, now: NOON })).toMatchObject({ value: { invited: 11 } });
  });

  it("lets a list be pasted again by which nobody new is invited", async () => {
    const { event, actor, invite } = await aBusyOffice();
    const input = { eventId: event.id, text: "ada@example.org", locale: "de" };
    await invitePeople({ actor, input, now: NOON });
    await invite(event.id, 9);
    expect(await invitePeople({ actor, input, now: NOON })).toMatchObject({
      value: { invited: 0, known: 1 },
    });
  });

  it("is never exceeded by lists that are pasted at the same moment", async () => {
    expect(await listsAtOnce()).toBe(MOST);
  });
});

describe("the same without taking turns", () => {
  withoutGuard(guard);

  it("exceeds it", async () => {
    expect(await worstOf(listsAtOnce, MOST)).toBeGreaterThan(MOST);
  });
});
