import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { networkMembers } from "@/db/schema/alliance";
import { roleInvitations } from "@/db/schema/alliance-roles";
import { outbox } from "@/db/schema/kernel";
import { guest, organizerActor } from "@/db/testing/actors";
import { aNetwork, anOrganizer } from "@/db/testing/makers";
import { anOffice } from "@/db/testing/office";
import { ROLE_OFFERS_AN_HOUR } from "../rules";
import { offerRole } from "./offer-role";

describe("offerRole", () => {
  it("owes a mail, gives no role, and replaces an open offer to the same address", async () => {
    const { network, actor } = await anOffice();
    const input = { networkId: network.id, email: " Mia@example.org", role: "observer", locale: "de" };
    const first = await offerRole({ actor, input });
    const second = await offerRole({ actor, input: { ...input, role: "organizer" } });
    if (!first.ok || !second.ok) throw new Error("both are stored");
    const rows = await db().select().from(roleInvitations).where(eq(roleInvitations.networkId, network.id));
    expect(rows.find(({ id }) => id === first.value.invitationId)?.withdrawnAt).toBeInstanceOf(Date);
    expect(rows.find(({ id }) => id === second.value.invitationId)).toMatchObject({
      email: "mia@example.org",
      role: "organizer",
      withdrawnAt: null,
      acceptedAt: null,
    });
    const facts = await db().select().from(outbox).where(eq(outbox.kind, "role.offered"));
    expect(facts.map(({ payload }) => payload)).toContainEqual({ networkId: network.id, ...second.value });
    expect(await db().$count(networkMembers, eq(networkMembers.networkId, network.id))).toBe(1);
  });

  it("stops after so many within an hour", async () => {
    const { network, actor } = await anOffice();
    const offer = (n: number) =>
      offerRole({
        actor,
        input: { networkId: network.id, email: `p${n}@example.org`, role: "observer", locale: "de" },
      });
    for (let n = 0; n < ROLE_OFFERS_AN_HOUR; n++) expect(await offer(n)).toMatchObject({ ok: true });
    expect(await offer(99)).toMatchObject({ failure: { reason: "rate_limited" } });
  });

  it("is for owners: an organizer gives nobody a role, not even themself", async () => {
    const { network } = await anOffice();
    const other = await anOffice();
    const organizer = await anOrganizer(network);
    const input = { networkId: network.id, email: organizer.email, role: "network_admin", locale: "de" };
    const stranger = organizerActor(await anOrganizer(await aNetwork()), network);
    for (const actor of [guest, organizerActor(organizer, network), stranger, other.actor])
      expect(await offerRole({ actor, input })).toMatchObject({ failure: { kind: "not_found" } });
  });

  it.each(["member", "host", "", undefined])("knows no role %s", async (role) => {
    const { network, actor } = await anOffice();
    const input = { networkId: network.id, email: "mia@example.org", role, locale: "de" };
    expect(await offerRole({ actor, input })).toMatchObject({
      failure: { fields: { role: ["unknown_choice"] } },
    });
  });
});
