import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { eventRoles, roleInvitations } from "@/db/schema/alliance-roles";
import { guest, organizerActor } from "@/db/testing/actors";
import { anEvent, anOrganizer } from "@/db/testing/makers";
import { anOffice } from "@/db/testing/office";
import { eventRoleNames, ROLE_OFFERS_AN_HOUR } from "../rules";
import { offerEventRole } from "./offer-event-role";
import { offerRole } from "./offer-role";

async function scene() {
  const office = await anOffice();
  return { ...office, event: await anEvent({ network: office.network }) };
}

describe("offerEventRole", () => {
  it.each(eventRoleNames)("invites to be %s and gives nothing yet", async (role) => {
    const { event, network, actor } = await scene();
    const input = { eventId: event.id, email: "mia@example.org", role, locale: "de" };
    const result = await offerEventRole({ actor, input });
    if (!result.ok) throw new Error(result.failure.reason);
    const [row] = await db()
      .select()
      .from(roleInvitations)
      .where(eq(roleInvitations.id, result.value.invitationId));
    expect(row).toMatchObject({ networkId: network.id, eventId: event.id, role, acceptedAt: null });
    expect(await db().$count(eventRoles, eq(eventRoles.eventId, event.id))).toBe(0);
  });

  it("takes the place of an open offer for this event, and leaves those of the office and of others", async () => {
    const { event, network, actor } = await scene();
    const other = await anEvent({ network });
    const to = { email: "mia@example.org", locale: "de" };
    await offerRole({ actor, input: { ...to, networkId: network.id, role: "observer" } });
    await offerEventRole({ actor, input: { ...to, eventId: other.id, role: "speaker" } });
    for (const role of ["host", "check_in"])
      await offerEventRole({ actor, input: { ...to, eventId: event.id, role } });
    const rows = await db().select().from(roleInvitations).where(eq(roleInvitations.networkId, network.id));
    const open = rows.filter(({ withdrawnAt }) => withdrawnAt === null).map(({ role }) => role);
    expect(open.sort()).toEqual(["check_in", "observer", "speaker"]);
  });

  it("stops after so many of the network within an hour", async () => {
    const { event, network, actor } = await scene();
    const to = (n: number) => ({ email: `p${n}@example.org`, locale: "de" });
    for (let n = 0; n < ROLE_OFFERS_AN_HOUR; n++)
      await offerRole({ actor, input: { ...to(n), networkId: network.id, role: "observer" } });
    expect(
      await offerEventRole({ actor, input: { ...to(99), eventId: event.id, role: "host" } }),
    ).toMatchObject({
      failure: { reason: "rate_limited" },
    });
  });

  it("is for owners: to everybody else the event is as missing as one that does not exist", async () => {
    const { event, network, actor } = await scene();
    const other = await anOffice();
    const organizer = organizerActor(await anOrganizer(network), network);
    const input = { eventId: event.id, email: "mia@example.org", role: "host", locale: "de" };
    for (const stranger of [guest, organizer, other.actor])
      expect(await offerEventRole({ actor: stranger, input })).toMatchObject({
        failure: { kind: "not_found", reason: "missing" },
      });
    expect(await offerEventRole({ actor, input: { ...input, eventId: "evt_missing000" } })).toMatchObject({
      failure: { kind: "not_found", reason: "missing" },
    });
  });

  it.each(["network_admin", "organizer", "member", "", undefined])(
    "knows no role %s at an event",
    async (role) => {
      const { event, actor } = await scene();
      const input = { eventId: event.id, email: "mia@example.org", role, locale: "de" };
      expect(await offerEventRole({ actor, input })).toMatchObject({
        failure: { fields: { role: ["unknown_choice"] } },
      });
    },
  );
});
