import { sql } from "drizzle-orm";
import { describe, expect, it, vi } from "vitest";
import type { Reader } from "@/db/client";
import { personActor } from "@/db/testing/actors";
import { worstOf } from "@/db/testing/races";
import { withoutGuard } from "@/db/testing/switches";
import { aTaker, aTalkEvent, slotAt } from "@/db/testing/talks";
import type { Actor } from "@/domain/policy";
import type { Id } from "@/lib/ids";
import { requestMeeting } from "./request-meeting";

/** The one guard of the five requests; switched off, the very same requests must fail this race. */
const guard = vi.hoisted(() => ({ on: true }));

vi.mock("../queries/sides", async (original) => {
  const real = await original<typeof import("../queries/sides")>();
  const lockMySide = async (reader: Reader, actor: Actor, eventId: Id<"event">) => {
    if (guard.on) return real.lockMySide(reader, actor, eventId);
    const among = actor.type === "person" ? [actor.personId] : [];
    const side = await real.mySide(reader, actor, { eventId, among });
    // The pause only widens the window that is always there between counting and writing.
    await reader.execute(sql`select pg_sleep(0.02)`);
    return side;
  };
  return { ...real, lockMySide };
});

/** One person asks twelve others for a talk at once; what each request was answered. */
async function twelveRequests(): Promise<string[]> {
  const event = await aTalkEvent();
  const anna = await aTaker(event);
  const others = await Promise.all(Array.from({ length: 12 }, () => aTaker(event)));
  const slots = [slotAt(event, 0).toISOString(), slotAt(event, 1).toISOString()];
  const answers = await Promise.all(
    others.map(({ person }) =>
      requestMeeting({
        actor: personActor(anna.person),
        input: { eventId: event.id, toPersonId: person.id, slots, note: "Kurz zu Sensoren?" },
      }),
    ),
  );
  return answers.map((answer) => (answer.ok ? "ok" : answer.failure.reason));
}

describe("a person who asks twelve others at once", { timeout: 120_000 }, () => {
  it("never has more than five requests that wait", async () => {
    const reasons = await twelveRequests();
    expect(reasons.filter((reason) => reason === "ok")).toHaveLength(5);
    expect(new Set(reasons)).toEqual(new Set(["ok", "too_many_open"]));
  });
});

describe("the same requests without the lock on the registration", { timeout: 120_000 }, () => {
  withoutGuard(guard);

  it("are more than five", async () => {
    const asked = async () => (await twelveRequests()).filter((reason) => reason === "ok").length;
    expect(await worstOf(asked, 5)).toBeGreaterThan(5);
  });
});
