import { and, eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { db } from "@/db/client";
import { invitations, registrations } from "@/db/schema/registration";
import { guest, organizerActor, seatActor, system } from "@/db/testing/actors";
import { anOrganizer } from "@/db/testing/makers";
import { worstOf } from "@/db/testing/races";
import { anEventWith, anOffer, planOf, rowOf } from "@/db/testing/seats";
import { withoutGuard } from "@/db/testing/switches";
import { type Id, newCode } from "@/lib/ids";
import { acceptOffer } from "../commands/accept-offer";
import { admitByRule } from "../commands/admit-by-rule";
import { approveRegistration } from "../commands/approve-registration";
import { cancelRegistration } from "../commands/cancel-registration";
import { changeCapacity } from "../commands/change-capacity";
import { expireOffers } from "../commands/expire-offers";
import { proveRegistration } from "../commands/prove-registration";
import { registerForEvent } from "../commands/register-for-event";
import { switchAttendance } from "../commands/switch-attendance";
import { type Attendance, seatsOf } from "../rules";

type EventId = Id<"event">;
type RegistrationId = Id<"registration">;

/** The one guard of every seat, offer and invitation; switched off, the very same commands must fail these races. */
const guard = vi.hoisted(() => ({ on: true }));

vi.mock("./seat-plan", async (original) => {
  const { seatLockWithSwitch } = await import("@/db/testing/switches");
  return seatLockWithSwitch(await original<typeof import("./seat-plan")>(), guard);
});

/** A hundred random orders in `npm run test:long` (R22), few in the gate. */
const ROUNDS = process.env.TEST_LONG === "1" ? 100 : 4;
const words = (count: number, letter = "p") => Array.from({ length: count }, (_, n) => `${letter}${n}`);

async function register(eventId: EventId, word: string, more: object = {}): Promise<RegistrationId> {
  const input = { eventId, name: word, email: `${word}@example.org`, ...more };
  const result = await registerForEvent({ actor: guest, input });
  if (!result.ok) throw new Error(result.failure.reason);
  return result.value.registrationId;
}

const switchTo = (eventId: EventId, registrationId: RegistrationId, attendance: Attendance) =>
  switchAttendance({
    actor: seatActor({ id: registrationId, eventId }),
    input: { registrationId, attendance },
  });

const seated = (eventId: EventId, attendance: Attendance) =>
  db().$count(
    registrations,
    and(
      eq(registrations.eventId, eventId),
      eq(registrations.status, "confirmed"),
      eq(registrations.attendance, attendance),
    ),
  );

/** Twelve people who are in online want one of three seats on site, all at once. */
async function race12For3OnSite(): Promise<number> {
  const { event } = await anEventWith({ capacity: 20, onsiteCapacity: 3 });
  const ids: RegistrationId[] = [];
  for (const word of words(12)) ids.push(await register(event.id, word));
  await Promise.allSettled(ids.map((id) => switchTo(event.id, id, "onsite")));
  return seated(event.id, "onsite");
}

/** The office says yes to twelve requests for three seats, all at once. */
async function approve12For3(): Promise<number> {
  const { network, event } = await anEventWith({ capacity: 3, approval: true });
  const actor = organizerActor(await anOrganizer(network), network);
  const ids: RegistrationId[] = [];
  for (const word of words(12)) ids.push(await register(event.id, word));
  await Promise.allSettled(
    ids.map((registrationId) => approveRegistration({ actor, input: { registrationId } })),
  );
  return seated(event.id, "online");
}

/** Twelve who asked have proven addresses that the rules trust; the worker admits them for three seats, all at once. */
async function admit12For3(): Promise<number> {
  const { event } = await anEventWith({ capacity: 3, approval: true, confirmDomains: ["example.org"] });
  const ids: RegistrationId[] = [];
  for (const word of words(12)) {
    const registrationId = await register(event.id, word);
    const actor = seatActor({ id: registrationId, eventId: event.id });
    await proveRegistration({ actor, input: { registrationId } });
    ids.push(registrationId);
  }
  await Promise.allSettled(
    ids.map((registrationId) => admitByRule({ actor: system, input: { registrationId } })),
  );
  return seated(event.id, "online");
}

/** Twelve people come by a code that lets three in, all at once. */
async function invite12For3(): Promise<number> {
  const { event } = await anEventWith({ capacity: null, invitationOnly: true });
  const code = newCode();
  await db().insert(invitations).values({ eventId: event.id, code, maxUses: 3 });
  await Promise.allSettled(words(12).map((word) => register(event.id, word, { invitation: code })));
  return seated(event.id, "online");
}

/** An offer is taken while its time ends: how often somebody was told yes and has no seat. */
async function brokenYes(): Promise<number> {
  const scenes = await Promise.all(Array.from({ length: 4 }, () => anOffer()));
  const broken = await Promise.all(
    scenes.map(async ({ event, offered }) => {
      const until = offered.offeredUntil ?? new Date();
      const [taken] = await Promise.allSettled([
        acceptOffer({
          actor: seatActor(offered),
          input: { registrationId: offered.id },
          now: new Date(until.getTime() - 1),
        }),
        expireOffers({ actor: system, input: { eventId: event.id }, now: until }),
      ]);
      const isYes = taken.status === "fulfilled" && taken.value.ok;
      return isYes && (await rowOf(offered.id))?.status !== "confirmed";
    }),
  );
  return broken.filter(Boolean).length;
}

/** A small seeded generator, so that a failed round can be run again. */
function dice(seed: number) {
  let state = seed;
  return (sides: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * sides);
  };
}

/** Who registers, cancels, switches, accepts and lets an offer pass while the office changes the seats, all at once; says what is untrue afterwards. */
async function turmoil(seed: number): Promise<string[]> {
  const roll = dice(seed);
  const { network, event } = await anEventWith({
    capacity: 3,
    onsiteCapacity: 2,
    offerHours: seed % 2 === 0 ? 2 : null,
  });
  const kinds = ["online", "onsite"] as const;
  const kind = () => kinds[roll(2)] ?? "online";
  const ids = await Promise.all(
    words(10, "f").map((word, n) => register(event.id, word, { attendance: n < 5 ? "online" : "onsite" })),
  );
  const later = new Date(Date.now() + 3 * 3_600_000);
  const office = organizerActor(await anOrganizer(network), network);
  const work = Array.from({ length: 16 }, (_, n) => {
    const registrationId = ids[roll(ids.length)];
    if (!registrationId) throw new Error("nobody is registered");
    const actor = seatActor({ id: registrationId, eventId: event.id });
    const attendance = kind();
    const seats = { capacity: 1 + roll(6), onsiteCapacity: 1 + roll(4) };
    const choices: (() => Promise<unknown>)[] = [
      () => register(event.id, `g${n}`, { attendance }),
      () => cancelRegistration({ actor, input: { registrationId } }),
      () => switchTo(event.id, registrationId, attendance),
      () => acceptOffer({ actor, input: { registrationId } }),
      () => expireOffers({ actor: system, input: { eventId: event.id }, now: later }),
      () => changeCapacity({ actor: office, input: { eventId: event.id, ...seats } }),
    ];
    return choices[roll(choices.length)] ?? (() => Promise.resolve());
  });
  const outcomes = await Promise.allSettled(work.map((job) => job()));
  const thrown = outcomes.filter(({ status }) => status === "rejected").map(() => "something was thrown");
  return [...thrown, ...(await untruthsOf(event.id))];
}

async function untruthsOf(eventId: EventId): Promise<string[]> {
  const plan = await planOf(eventId);
  if (!plan) throw new Error("the event has no seats");
  const rows = await db().select().from(registrations).where(eq(registrations.eventId, eventId));
  return (["online", "onsite"] as const).flatMap((attendance) => {
    const placesOf = (status: string) =>
      rows.flatMap((row) => (row.status === status && row.attendance === attendance ? [row.place] : []));
    const counts = seatsOf(plan, attendance);
    const [given, held, line] = [placesOf("confirmed"), placesOf("offered"), placesOf("waiting")];
    const [confirmed, offered, waiting] = [given.length, held.length, line.length];
    const taken = confirmed + offered;
    const wrong = {
      "I1: more given than seats": taken > (counts.capacity ?? Number.POSITIVE_INFINITY),
      "I5: somebody was passed": Math.max(0, ...given, ...held) > Math.min(...line),
      "I6: a seat is idle while somebody waits": waiting > 0 && taken < (counts.capacity ?? 0),
      "the counts are not those of the rows":
        counts.confirmed !== confirmed || counts.offered !== offered || counts.waiting !== waiting,
    };
    return Object.entries(wrong).flatMap(([name, isWrong]) => (isWrong ? [`${attendance}: ${name}`] : []));
  });
}

describe("seats online and on site, offers, requests and invitations under load", {
  timeout: 300_000,
}, () => {
  it("I1: never seat more people on site than there are seats, however many switch at once", async () => {
    expect(await race12For3OnSite()).toBe(3);
  });

  it("I1: seat no more than there are seats, however many requests are approved at once", async () => {
    expect(await approve12For3()).toBe(3);
  });

  it("I1: seat no more than there are seats, however many the rules admit at once", async () => {
    expect(await admit12For3()).toBe(3);
  });

  it("let in no more than an invitation names, however many come by it at once", async () => {
    expect(await invite12For3()).toBe(3);
  });

  it("R22: keep every yes to an offer, however it meets the end of its time", async () => {
    expect(await brokenYes()).toBe(0);
  });

  it("R22, I5, I6: stay full, fair and counted in any order of registering, cancelling, switching, answering and changing the seats", async () => {
    for (let seed = 1; seed <= ROUNDS; seed++)
      expect({ seed, wrong: await turmoil(seed) }).toEqual({ seed, wrong: [] });
  });
});

describe("the same races without the lock and the checks", { timeout: 60_000 }, () => {
  withoutGuard(guard);
  beforeAll(async () => {
    for (const name of ["never_oversold", "onsite_never_oversold", "counts_not_negative"])
      await db().execute(sql.raw(`alter table seat_plans drop constraint seat_plans_${name}`));
    await db().execute(sql`alter table invitations drop constraint invitations_within_limit`);
  });

  it.each([
    ["seat too many on site", race12For3OnSite],
    ["seat too many of those who asked", approve12For3],
    ["admit too many by rule", admit12For3],
    ["let too many in by an invitation", invite12For3],
  ])("%s", async (_name, race) => {
    expect(await worstOf(race, 3)).toBeGreaterThan(3);
  });

  it("break a yes", async () => {
    expect(await worstOf(brokenYes, 0)).toBeGreaterThan(0);
  });

  it("break a promise", async () => {
    const wrong: string[] = [];
    for (let seed = 1; seed <= 5; seed++) wrong.push(...(await turmoil(seed)));
    expect(wrong).not.toEqual([]);
  });
});
