import { describe, expect, it } from "vitest";
import { organizerActor, personActor } from "@/db/testing/actors";
import { aNetwork, anEvent, anEventRole, anOrganizer } from "@/db/testing/makers";
import { grantsOf } from "@/domain/people/queries";
import { findEventForDesk, findPublicEvent } from "../queries";
import { listPartners } from "../queries/partners";
import { shareEvent } from "./share-event";

async function scene() {
  const lead = await aNetwork();
  const partner = await aNetwork({ allianceId: lead.allianceId });
  const event = await anEvent({ network: lead });
  const office = organizerActor(await anOrganizer(lead), lead);
  const guest = await anOrganizer(partner);
  /** The partner's organizer as they are signed in now. */
  const asPartner = async () => personActor(guest, (await grantsOf([guest.id])).get(guest.id) ?? []);
  const share = (shown: boolean, hasAccess: boolean, actor = office) =>
    shareEvent({ actor, input: { eventId: event.id, networkId: partner.id, shown, hasAccess } });
  const state = async () => ({
    named: (await findPublicEvent(event.slug))?.networks.some(({ id }) => id === partner.id),
    desk: (await findEventForDesk(await asPartner(), event.slug)) !== undefined,
  });
  return { lead, partner, event, office, asPartner, share, state };
}

describe("shareEvent", () => {
  it("asks which network where none was chosen", async () => {
    const { event, office } = await scene();
    const input = { eventId: event.id, networkId: "", shown: true, hasAccess: false };
    expect(await shareEvent({ actor: office, input })).toMatchObject({
      failure: { reason: "input", fields: { networkId: ["choose_network"] } },
    });
  });

  it("names a network without giving its office anything, names who gets access, and takes both back", async () => {
    const { share, state } = await scene();
    expect(await state()).toEqual({ named: false, desk: false });
    expect(await share(true, false)).toMatchObject({ ok: true });
    expect(await state()).toEqual({ named: true, desk: false });
    await share(false, true);
    expect(await state(), "nobody reads unnamed").toEqual({ named: true, desk: true });
    await share(true, false);
    expect(await state()).toEqual({ named: true, desk: false });
    await share(false, false);
    await share(false, false);
    expect(await state()).toEqual({ named: false, desk: false });
  });

  it("is for the lead's own office: a partner with access neither keeps it by force nor hands it on", async () => {
    const { lead, partner, event, share, asPartner, office } = await scene();
    await share(true, true);
    const third = await aNetwork({ allianceId: lead.allianceId });
    const actor = await asPartner();
    const input = { eventId: event.id, networkId: third.id, shown: true, hasAccess: true };
    expect(await shareEvent({ actor, input })).toMatchObject({ failure: { kind: "forbidden" } });
    expect(await listPartners(actor, { eventId: event.id, networkId: lead.id })).toBeUndefined();
    const host = await anEventRole(event, "host");
    const asHost = personActor(host, (await grantsOf([host.id])).get(host.id) ?? []);
    expect(await shareEvent({ actor: asHost, input })).toMatchObject({ failure: { kind: "forbidden" } });
    const partners = await listPartners(office, { eventId: event.id, networkId: lead.id });
    expect(partners?.find(({ id }) => id === partner.id)).toMatchObject({ shown: true, hasAccess: true });
    expect(partners?.find(({ id }) => id === third.id)).toMatchObject({ shown: false, hasAccess: false });
  });

  it("knows networks of the same alliance only, and itself as no partner", async () => {
    const { lead, event, office } = await scene();
    const foreign = await aNetwork();
    for (const networkId of [foreign.id, lead.id, "net_missing000"]) {
      const input = { eventId: event.id, networkId, shown: true, hasAccess: true };
      expect(await shareEvent({ actor: office, input })).toMatchObject({
        failure: { fields: { networkId: ["invalid_id"] } },
      });
    }
  });
});
