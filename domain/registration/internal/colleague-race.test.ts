import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { db } from "@/db/client";
import { registrations, seatPlans } from "@/db/schema/registration";
import { guest, seatActor } from "@/db/testing/actors";
import { worstOf } from "@/db/testing/races";
import { anEventWith } from "@/db/testing/seats";
import { withoutGuard } from "@/db/testing/switches";
import { eventScope } from "@/domain/programme/queries";
import { registerColleague } from "../commands/register-colleague";
import { registerForEvent } from "../commands/register-for-event";
import { MOST_COLLEAGUES } from "../rules";

/** The lock on the registration that counts its colleagues; switched off, the very same command must count wrong. */
const guard = vi.hoisted(() => ({ on: true }));

vi.mock("./load-registration", async (original) => {
  const real = await original<typeof import("./load-registration")>();
  const lockToSeat: typeof real.lockToSeat = async (tx, id) => {
    if (guard.on) return real.lockToSeat(tx, id);
    const [row] = await tx.select().from(registrations).where(eq(registrations.id, id));
    const event = row && (await eventScope(tx, row.eventId));
    if (!row || !event) return undefined;
    const [plan] = await tx.select().from(seatPlans).where(eq(seatPlans.eventId, row.eventId));
    // The pause only widens the window that is always there between reading and writing.
    await tx.execute(sql`select pg_sleep(0.02)`);
    const { networkId, eventId } = event;
    return plan && { networkId, eventId, registrationId: id, ownerIds: [], row, event, plan };
  };
  return { ...real, lockToSeat };
});

/** How many colleagues one person has registered who names sixteen at once. */
async function bring16(): Promise<number> {
  const { event } = await anEventWith({ capacity: null });
  const input = { eventId: event.id, name: "Ada", email: "ada@example.org" };
  const own = await registerForEvent({ actor: guest, input });
  if (!own.ok) throw new Error(own.failure.reason);
  const { registrationId } = own.value;
  const actor = seatActor({ id: registrationId, eventId: event.id });
  await Promise.allSettled(
    Array.from({ length: 16 }, (_, n) =>
      registerColleague({ actor, input: { registrationId, name: `k${n}`, email: `k${n}@example.org` } }),
    ),
  );
  return db().$count(registrations, eq(registrations.registeredBy, registrationId));
}

it("nobody brings more colleagues than there may be, however many are named at once", async () => {
  expect(await bring16()).toBe(MOST_COLLEAGUES);
});

describe("the same without the lock and the check", () => {
  withoutGuard(guard);
  beforeAll(async () => {
    await db().execute(sql`alter table registrations drop constraint registrations_colleagues_limited`);
  });

  it("brings too many", async () => {
    expect(await worstOf(bring16, MOST_COLLEAGUES)).toBeGreaterThan(MOST_COLLEAGUES);
  });
});
