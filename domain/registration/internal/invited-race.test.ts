import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { db } from "@/db/client";
import { invitations } from "@/db/schema/registration";
import { guest } from "@/db/testing/actors";
import { worstOf } from "@/db/testing/races";
import { anOffice } from "@/db/testing/seats";
import { withoutGuard } from "@/db/testing/switches";
import { invitePeople } from "../commands/invite-people";
import { registerForEvent } from "../commands/register-for-event";
import { revokeInvitation } from "../commands/revoke-invitation";

/** The one guard of every seat; switched off, the very same commands must fail this race. */
const guard = vi.hoisted(() => ({ on: true }));

vi.mock("./seat-plan", async (original) => {
  const { seatLockWithSwitch } = await import("@/db/testing/switches");
  return seatLockWithSwitch(await original<typeof import("./seat-plan")>(), guard);
});

/** One code, several windows at once, and the office takes it back meanwhile; how often it was used too much. */
async function race(): Promise<number> {
  const { event, actor } = await anOffice({ capacity: 10 });
  const eventId = event.id;
  const text = "ada@example.org";
  await invitePeople({ actor, input: { eventId, text, locale: "de" } });
  const read = async () => {
    const [row] = await db().select().from(invitations).where(eq(invitations.eventId, eventId));
    if (!row) throw new Error("nobody was invited");
    return row;
  };
  const { id, code } = await read();
  const comes = () =>
    registerForEvent({ actor: guest, input: { eventId, name: "Ada", email: text, invitation: code } });
  const results = await Promise.all([
    ...[comes(), comes(), comes(), comes()].map((coming) => coming.then(({ ok }) => ok)),
    revokeInvitation({ actor, input: { invitationId: id } }).then(() => false),
  ]);
  const letIn = results.filter(Boolean).length;
  const { uses } = await read();
  return Math.max(letIn - 1, uses - 1, 0);
}

describe("one invitation of a list, used in several windows at once", () => {
  it("is used once", async () => {
    expect(await worstOf(race, 0)).toBe(0);
  });
});

describe("the same race without the lock and the check", () => {
  withoutGuard(guard);
  beforeAll(async () => {
    await db().execute(sql`alter table invitations drop constraint invitations_within_limit`);
    await db().execute(sql`drop index registrations_one_per_email`);
  });

  it("is used more than once", async () => {
    expect(await worstOf(race, 0)).toBeGreaterThan(0);
  });
});
