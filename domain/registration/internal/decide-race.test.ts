import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { db } from "@/db/client";
import { registrations } from "@/db/schema/registration";
import { guest, organizerActor } from "@/db/testing/actors";
import { anOrganizer } from "@/db/testing/makers";
import { worstOf } from "@/db/testing/races";
import { allRegistered, anEventWith, planOf } from "@/db/testing/seats";
import { withoutGuard } from "@/db/testing/switches";
import { approveRegistration } from "../commands/approve-registration";
import { decideRegistrations } from "../commands/decide-registrations";
import { registerForEvent } from "../commands/register-for-event";

/** The one guard of every seat; switched off, the very same commands must fail this race. */
const guard = vi.hoisted(() => ({ on: true }));

vi.mock("./seat-plan", async (original) => {
  const { seatLockWithSwitch } = await import("@/db/testing/switches");
  return seatLockWithSwitch(await original<typeof import("./seat-plan")>(), guard);
});

/** Two people of the office say yes to parts of one list while others ask; the number of untruths afterwards. */
async function race(): Promise<number> {
  const { network, event } = await anEventWith({ capacity: 4, approval: true });
  const actor = organizerActor(await anOrganizer(network), network);
  const { id: eventId } = event;
  const ids = await allRegistered(
    eventId,
    Array.from({ length: 8 }, (_, n) => `p${n}`),
  );
  const decide = (from: number, to: number, decision = "approve") =>
    decideRegistrations({ actor, input: { eventId, decision, registrationIds: ids.slice(from, to) } });
  const asks = (name: string) =>
    registerForEvent({ actor: guest, input: { eventId, name, email: `${name}@example.org` } });
  await Promise.allSettled([
    decide(0, 5),
    approveRegistration({ actor, input: { registrationId: ids[2] } }),
    decide(2, 7),
    asks("late"),
    decide(6, 8, "decline"),
    decide(0, 8),
  ]);
  const plan = await planOf(eventId);
  const rows = await db().select().from(registrations).where(eq(registrations.eventId, eventId));
  const heldAs = (status: string) => rows.filter((row) => row.status === status).length;
  const wrong = [
    heldAs("confirmed") > 4,
    heldAs("waiting") > 0 && heldAs("confirmed") < 4,
    plan?.confirmed !== heldAs("confirmed"),
    plan?.waiting !== heldAs("waiting"),
    plan?.pending !== heldAs("pending"),
    new Set(rows.map(({ place }) => place)).size !== rows.length,
    rows.length !== 9,
  ];
  return wrong.filter(Boolean).length;
}

describe("several of the office decide about many at once", () => {
  it("gives no seat twice and leaves none idle, and the counts are those of the rows", async () => {
    expect(await worstOf(race, 0)).toBe(0);
  });
});

describe("the same race without the lock and the check", () => {
  withoutGuard(guard);
  beforeAll(async () => {
    await db().execute(sql`alter table seat_plans drop constraint seat_plans_never_oversold`);
    await db().execute(sql`alter table seat_plans drop constraint seat_plans_counts_not_negative`);
  });

  it("breaks a promise", async () => {
    expect(await worstOf(race, 0)).toBeGreaterThan(0);
  });
});
