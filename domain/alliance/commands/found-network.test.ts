import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { networkMembers, networks } from "@/db/schema/alliance";
import { roleInvitations } from "@/db/schema/alliance-roles";
import { auditEntries } from "@/db/schema/kernel";
import { guest, organizerActor, personActor, system } from "@/db/testing/actors";
import { aNetwork, anOrganizer, aPerson } from "@/db/testing/makers";
import { newId } from "@/lib/ids";
import { acceptRole } from "./accept-role";
import { foundNetwork } from "./found-network";

const anInput = (more: object = {}) => ({
  name: "Netz für Übermorgen",
  slug: `netz-${newId("network").slice(4, 16).toLowerCase()}`,
  mark: "NÜ",
  colour: "#005d86",
  ownerEmail: `inhaberin-${newId("person").slice(4, 16).toLowerCase()}@example.org`,
  contactEmail: "buero@example.org",
  allianceName: "Verbund",
  locale: "de",
  ...more,
});

const found = (input: object) => foundNetwork({ actor: system, input });
const offersTo = (email: string) =>
  db().select().from(roleInvitations).where(eq(roleInvitations.email, email));

describe("foundNetwork", () => {
  it("makes a network whose owner is whoever proves the address", async () => {
    const input = anInput();
    const made = await found(input);
    if (!made.ok) throw new Error("it is founded");
    expect(made.value).toMatchObject({ isNew: true, owner: "offered" });
    const { networkId } = made.value;
    expect(await db().$count(networkMembers, eq(networkMembers.networkId, networkId))).toBe(0);
    const person = await aPerson({ email: input.ownerEmail });
    const accepted = await acceptRole({
      actor: personActor(person),
      input: { invitationId: made.value.invitationId },
    });
    expect(accepted).toMatchObject({ ok: true });
    const members = await db().select().from(networkMembers).where(eq(networkMembers.networkId, networkId));
    expect(members).toMatchObject([{ personId: person.id, role: "network_admin" }]);
    expect(await found(input)).toMatchObject({ value: { isNew: false, owner: "owner" } });
    expect(await offersTo(input.ownerEmail)).toHaveLength(1);
  });

  it("changes and mails nothing when it is said again, and is written down each time", async () => {
    const input = anInput();
    const before = await db().$count(auditEntries, eq(auditEntries.command, "found-network"));
    await found(input);
    expect(await found({ ...input, colour: "#ff0000" })).toMatchObject({
      value: { isNew: false, owner: "invited", invitationId: null },
    });
    expect(await offersTo(input.ownerEmail)).toHaveLength(1);
    const [row] = await db().select().from(networks).where(eq(networks.slug, input.slug));
    expect(row?.colour).toBe("#005d86");
    expect(await db().$count(auditEntries, eq(auditEntries.command, "found-network"))).toBe(before + 2);
  });

  it("makes one network and one offer of ten calls at once", async () => {
    const input = anInput();
    const answers = await Promise.all(Array.from({ length: 10 }, () => found(input)));
    expect(answers.filter((answer) => answer.ok && answer.value.isNew)).toHaveLength(1);
    expect(await offersTo(input.ownerEmail)).toHaveLength(1);
  });

  it("leaves an address alone that belongs to a network of another name", async () => {
    const known = await aNetwork();
    expect(await found(anInput({ slug: known.slug }))).toMatchObject({
      failure: { kind: "conflict", reason: "slug_taken" },
    });
  });

  it("is for the command line alone", async () => {
    const network = await aNetwork();
    const owner = organizerActor(await anOrganizer(network), network);
    for (const actor of [guest, owner, personActor(await aPerson())])
      expect(await foundNetwork({ actor, input: anInput() })).toMatchObject({ ok: false });
  });

  it.each([
    [{ slug: "Netz Nord" }, { slug: ["slug_malformed"] }],
    [{ slug: "-netz" }, { slug: ["slug_malformed"] }],
    [{ colour: "blau" }, { colour: ["unknown_choice"] }],
    [{ name: "\u200b" }, { name: ["required"] }],
  ])("refuses %j", async (more, fields) => {
    expect(await found(anInput(more))).toMatchObject({ failure: { fields } });
  });
});
