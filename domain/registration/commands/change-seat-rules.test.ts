import { describe, expect, it } from "vitest";
import { organizerActor } from "@/db/testing/actors";
import { aNetwork, anOrganizer } from "@/db/testing/makers";
import { anEventWith, planOf } from "@/db/testing/seats";
import { changeSeatRules } from "./change-seat-rules";

async function anOfficeWith(plan: Parameters<typeof anEventWith>[0] = {}) {
  const { network, event } = await anEventWith(plan);
  return { event, actor: organizerActor(await anOrganizer(network), network) };
}

describe("changeSeatRules", () => {
  it("stores what a form says: an empty field means that people move up at once", async () => {
    const { event, actor } = await anOfficeWith();
    const input = { eventId: event.id, approval: "on", offerHours: "24", switchHours: "48" };
    expect(await changeSeatRules({ actor, input })).toMatchObject({ ok: true });
    const rules = { approval: true, invitationOnly: false, offerHours: 24, switchHours: 48 };
    expect(await planOf(event.id)).toMatchObject(rules);
    const off = { eventId: event.id, invitationOnly: true, offerHours: "", switchHours: 0 };
    await changeSeatRules({ actor, input: off });
    expect(await planOf(event.id)).toMatchObject({
      approval: false,
      invitationOnly: true,
      offerHours: null,
      switchHours: 0,
    });
  });

  it("stores whom the event trusts, domains as they are compared, and takes it back when nothing is posted", async () => {
    const { event, actor } = await anOfficeWith();
    const trust = { confirmMembers: "on", membersFirst: "on", invitedFirst: "on" };
    const confirmDomains = " @Example.org, musterwerk.example.org;example.org";
    await changeSeatRules({ actor, input: { eventId: event.id, approval: "on", ...trust, confirmDomains } });
    expect(await planOf(event.id)).toMatchObject({
      ...{ confirmMembers: true, membersFirst: true, invitedFirst: true },
      confirmDomains: ["example.org", "musterwerk.example.org"],
    });
    await changeSeatRules({ actor, input: { eventId: event.id } });
    expect(await planOf(event.id)).toMatchObject({
      ...{ confirmMembers: false, membersFirst: false, invitedFirst: false },
      confirmDomains: [],
    });
  });

  it.each([
    ["confirmDomains", "org"],
    ["confirmDomains", "*.example.org"],
    ["confirmDomains", "ada@example.org"],
    ["confirmDomains", Array.from({ length: 51 }, (_, n) => `d${n}.example.org`).join(",")],
    ["offerHours", 0],
    ["offerHours", 1.5],
    ["offerHours", 1e9],
    ["switchHours", -1],
    ["switchHours", "bald"],
  ])("refuses %s %s with a text beside the field", async (field, value) => {
    const { event, actor } = await anOfficeWith();
    const result = await changeSeatRules({ actor, input: { eventId: event.id, [field]: value } });
    expect(result).toMatchObject({ failure: { kind: "invalid", fields: { [field]: expect.any(Array) } } });
  });

  it("looks like a missing event to the office of another network", async () => {
    const { event } = await anOfficeWith();
    const elsewhere = await aNetwork();
    const actor = organizerActor(await anOrganizer(elsewhere), elsewhere);
    const result = await changeSeatRules({ actor, input: { eventId: event.id, approval: true } });
    expect(result).toMatchObject({ failure: { kind: "not_found" } });
    expect(await planOf(event.id)).toMatchObject({ approval: false });
  });

  it("changes nothing of an event that is over", async () => {
    const { event, actor } = await anOfficeWith();
    const now = new Date(event.endsAt.getTime() + 1_000);
    const result = await changeSeatRules({ actor, input: { eventId: event.id, approval: true }, now });
    expect(result).toMatchObject({ failure: { reason: "event_over" } });
  });
});
