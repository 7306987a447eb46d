import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { attendanceReminders } from "@/db/schema/attendance-afterwards";
import { outbox } from "@/db/schema/kernel";
import { registrations } from "@/db/schema/registration";
import { eventActor, guest, organizerActor, seatActor } from "@/db/testing/actors";
import { aNetwork, anEventRole, anOrganizer, aRegistration } from "@/db/testing/makers";
import { withoutConflict, worstOf } from "@/db/testing/races";
import { aLiveEvent, at, joined } from "@/db/testing/rooms";
import { checkIn } from "./check-in";
import { remindMissing } from "./remind-missing";

type Live = Awaited<ReturnType<typeof aLiveEvent>>;
const seated = (event: Live["event"], values: Parameters<typeof aRegistration>[1] = {}) =>
  aRegistration(event, { provenAt: at(-60), confirmedAt: at(-60), ...values });
const reminding = ({ event, host }: Pick<Live, "event" | "host">, second = 300) =>
  remindMissing({ actor: host.actor, input: { eventId: event.id }, now: at(second) });
const remindedIn = async ({ id }: Live["event"]) =>
  (await db().select().from(attendanceReminders).where(eq(attendanceReminders.eventId, id))).map(
    ({ registrationId }) => registrationId,
  );
const factsOf = async (eventId: string) =>
  (await db().select().from(outbox).where(eq(outbox.kind, "attendance.reminded")))
    .map(({ payload }) => payload as { eventId: string; registrationIds: string[] })
    .filter((payload) => payload.eventId === eventId);

describe("remindMissing", () => {
  it("reminds whoever has a seat online and is not there, and nobody else", async () => {
    const live = await aLiveEvent({ guests: 1, capacity: null });
    const { event } = live;
    const missing = [await seated(event), await seated(event)];
    await seated(event, { status: "waiting" });
    await seated(event, { status: "cancelled" });
    await seated(event, { attendance: "onsite" });
    // Went home after the coffee, and watches the rest from there.
    const inHall = await seated(event, { attendance: "onsite" });
    await checkIn({
      actor: eventActor(await anEventRole(event, "check_in"), event, "check_in"),
      input: { eventId: event.id, registrationId: inHall.id },
      now: at(60),
    });
    await db().update(registrations).set({ attendance: "online" }).where(eq(registrations.id, inHall.id));
    // Whoever only tried the door days before has not come.
    const tried = await seated(event);
    await joined(event, seatActor(tried), { tab: "tab-early", now: at(-86_400) });
    const ids = [...missing, tried].map(({ id }) => id).sort();
    expect(await reminding(live)).toEqual({ ok: true, value: { reminded: 3 } });
    expect((await remindedIn(event)).sort()).toEqual(ids);
    const facts = await factsOf(event.id);
    expect(facts.map(({ registrationIds }) => registrationIds.toSorted())).toEqual([ids]);
  });

  it("reminds nobody twice of the same start, also not the next host who clicks", async () => {
    const live = await aLiveEvent();
    await seated(live.event);
    await reminding(live);
    expect(await reminding(live, 400)).toMatchObject({ failure: { reason: "nobody_missing" } });
    const late = await seated(live.event);
    expect(await reminding(live, 500)).toMatchObject({ value: { reminded: 1 } });
    expect(await remindedIn(live.event)).toContain(late.id);
  });

  it("is for who runs the event, while it is on", async () => {
    const network = await aNetwork();
    const live = await aLiveEvent({ network });
    await seated(live.event);
    const input = { eventId: live.event.id };
    for (const actor of [
      guest,
      seatActor(await seated(live.event)),
      organizerActor(await anOrganizer(await aNetwork()), await aNetwork()),
      eventActor(await anEventRole(live.event, "observer"), live.event, "observer"),
    ])
      expect(await remindMissing({ actor, input, now: at(300) })).toMatchObject({
        failure: { kind: "not_found" },
      });
    expect(await remindMissing({ actor: live.host.actor, input, now: at(86_400) })).toMatchObject({
      failure: { reason: "not_now" },
    });
    const organizer = organizerActor(await anOrganizer(network), network);
    expect(await remindMissing({ actor: organizer, input, now: at(300) })).toMatchObject({
      value: { reminded: 2 },
    });
  });
});

/** Eight hosts click at once; of how many people the facts want mails to be written, each counted as often as it is told. */
async function told(): Promise<number> {
  const live = await aLiveEvent();
  for (let n = 0; n < 5; n++) await seated(live.event);
  await Promise.all(Array.from({ length: 8 }, () => reminding(live)));
  return (await factsOf(live.event.id)).reduce((sum, { registrationIds }) => sum + registrationIds.length, 0);
}

describe("many hosts at once", () => {
  it("tell everybody once", async () => {
    expect(await told()).toBe(5);
  });

  it("would tell people several times without the row's key", async () => {
    const restore = withoutConflict("attendance_reminders");
    try {
      expect(await worstOf(told, 5)).toBeGreaterThan(5);
    } finally {
      restore();
    }
  });
});
