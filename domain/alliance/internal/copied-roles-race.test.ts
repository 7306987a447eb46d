import { eq } from "drizzle-orm";
import { describe, expect, it, vi } from "vitest";
import { db } from "@/db/client";
import { eventRoles } from "@/db/schema/alliance-roles";
import { organizerActor } from "@/db/testing/actors";
import { anEvent, anEventRole, anOrganizer } from "@/db/testing/makers";
import { anOffice } from "@/db/testing/office";
import { worstOf } from "@/db/testing/races";
import { withoutGuard } from "@/db/testing/switches";
import { copyEventRoles } from "../commands/copy-event-roles";
import { withdrawEventRole } from "../commands/withdraw-event-role";

/** The lock on the network; switched off, the very same commands must be able to give what is withdrawn. */
const guard = vi.hoisted(() => ({ on: true }));

vi.mock("./lock-network", async (original) => {
  const real = await original<typeof import("./lock-network")>();
  const lockNetwork: typeof real.lockNetwork = async (tx, networkId) =>
    guard.on ? real.lockNetwork(tx, networkId) : { networkId };
  return { ...real, lockNetwork };
});

/** A role is withdrawn while its event's roles are copied; in how many of the copies it came back to life after that. */
async function givenAfterwards(): Promise<number> {
  const { network, actor } = await anOffice();
  const organizer = organizerActor(await anOrganizer(network), network);
  const event = await anEvent({ network });
  const mia = await anEventRole(event, "host");
  for (let more = 0; more < 4; more++) await anEventRole(event, "speaker");
  const copyIds = await Promise.all([1, 2, 3, 4, 5, 6].map(async () => (await anEvent({ network })).id));
  const ended: string[] = [];
  await Promise.all([
    copyEventRoles({ actor: organizer, input: { eventId: event.id, copyIds } }).then(() =>
      ended.push("copied"),
    ),
    withdrawEventRole({ actor, input: { eventId: event.id, personId: mia.id } }).then(() =>
      ended.push("withdrawn"),
    ),
  ]);
  const given = await db().$count(eventRoles, eq(eventRoles.personId, mia.id));
  return ended[0] === "withdrawn" ? given : 0;
}

it("a role that was withdrawn first is in no copy", async () => {
  for (let run = 0; run < 5; run++) expect(await givenAfterwards()).toBe(0);
});

describe("the same without the lock", () => {
  withoutGuard(guard);

  it("gives a role in copies that was withdrawn before they were made", async () => {
    expect(await worstOf(givenAfterwards, 0)).toBeGreaterThan(0);
  });
});
