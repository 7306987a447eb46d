import { asc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { invitations } from "@/db/schema/registration";
import { eventActor, guest } from "@/db/testing/actors";
import { anEventRole, aRegistration } from "@/db/testing/makers";
import { MISSING, refusalOf } from "@/db/testing/refusals";
import { anOffice } from "@/db/testing/seats";
import type { Actor } from "@/domain/policy";
import type { Id } from "@/lib/ids";
import { invitePeople } from "./invite-people";
import { registerForEvent } from "./register-for-event";

type Office = Pick<Awaited<ReturnType<typeof anOffice>>, "event"> & { actor: Actor };
const invite = ({ event, actor }: Office, text: string) =>
  invitePeople({ actor, input: { eventId: event.id, text, locale: "de" } });
const invitedTo = (eventId: Id<"event">) =>
  db().select().from(invitations).where(eq(invitations.eventId, eventId)).orderBy(asc(invitations.email));

describe("invitePeople", () => {
  it("gives each address a code of its own, once, however often the list is pasted", async () => {
    const office = await anOffice();
    const list =
      "Ada Beispiel;ada@example.org\nben@example.org\nCem <CEM@example.org>\nkein Mensch\nada@example.org";
    expect(await invite(office, list)).toMatchObject({
      value: { invited: 3, known: 0, registered: 0, refused: ["kein Mensch"] },
    });
    const first = await invitedTo(office.event.id);
    expect(first.map(({ email, label }) => [email, label])).toEqual([
      ["ada@example.org", "Ada Beispiel"],
      ["ben@example.org", ""],
      ["cem@example.org", "Cem"],
    ]);
    expect(new Set(first.map(({ code }) => code)).size).toBe(3);
    expect(await invite(office, `${list}\ndora@example.org`)).toMatchObject({
      value: { invited: 1, known: 3 },
    });
    const codes = (await invitedTo(office.event.id)).slice(0, 3).map(({ code }) => code);
    expect(codes).toEqual(first.map(({ code }) => code));
  });

  it("invites everybody of a line, and makes nobody's address another one's name", async () => {
    const office = await anOffice();
    const list = 'ada@example.org,Ben <ben@example.org>; cem@example.org\n"eve@evil.example"@v.example';
    expect(await invite(office, list)).toMatchObject({
      value: { invited: 3, refused: ['"eve@evil.example"@v.example'] },
    });
    expect((await invitedTo(office.event.id)).map(({ email, label }) => [email, label])).toEqual([
      ["ada@example.org", ""],
      ["ben@example.org", "Ben"],
      ["cem@example.org", ""],
    ]);
    expect(await invite(office, "Ada\nBen @ Werk")).toMatchObject({
      failure: { fields: { text: ["no_address_in"] }, details: { what: "Ada · Ben @ Werk" } },
    });
  });

  it("invites nobody twice when two people paste the same list at once", async () => {
    const office = await anOffice();
    const list = Array.from({ length: 20 }, (_, n) => `p${n}@example.org`).join("\n");
    const results = await Promise.all([invite(office, list), invite(office, list), invite(office, list)]);
    const invited = results.map((result) => (result.ok ? result.value.invited : Number.NaN));
    expect(invited.reduce((sum, one) => sum + one, 0)).toBe(20);
    expect(await invitedTo(office.event.id)).toHaveLength(20);
  });

  it("invites nobody who is registered, but who has given the seat back", async () => {
    const office = await anOffice();
    await aRegistration(office.event, { email: "ada@example.org", provenAt: new Date() });
    await aRegistration(office.event, { email: "dora@example.org", source: "import" });
    await aRegistration(office.event, {
      ...{ email: "ben@example.org", status: "cancelled", cancelledAt: new Date() },
    });
    expect(await invite(office, "ada@example.org\nben@example.org\ndora@example.org")).toMatchObject({
      value: { invited: 1, registered: 2 },
    });
    expect((await invitedTo(office.event.id)).map(({ email }) => email)).toEqual(["ben@example.org"]);
  });

  it("invites whose address a stranger has typed, and who still waits for a yes", async () => {
    const office = await anOffice();
    const provenAt = new Date();
    await aRegistration(office.event, { email: "ada@example.org" });
    await aRegistration(office.event, { email: "ben@example.org", status: "pending", confirmedAt: null });
    await aRegistration(office.event, {
      ...{ email: "cem@example.org", status: "pending", confirmedAt: null, provenAt },
    });
    const list = "ada@example.org\nben@example.org\ncem@example.org";
    expect(await invite(office, list)).toMatchObject({ value: { invited: 3, registered: 0 } });
  });

  it("lets in the address it was mailed to, once, and no other", async () => {
    const office = await anOffice({ capacity: 5 });
    const eventId = office.event.id;
    await invite(office, "ada@example.org");
    const [made] = await invitedTo(eventId);
    const comes = (email: string) =>
      registerForEvent({
        actor: guest,
        input: { eventId, name: "Wer", email, invitation: made?.code ?? "" },
      });
    const invalid = { failure: { kind: "invalid", fields: { invitation: ["invitation_invalid"] } } };
    expect(await comes("eve@example.org")).toMatchObject(invalid);
    expect(await comes(" Ada@Example.org ")).toMatchObject({ ok: true });
    expect(await comes("ada@example.org")).toMatchObject(invalid);
    expect(await invitedTo(eventId)).toMatchObject([{ uses: 1, maxUses: 1 }]);
  });

  it.each([
    ["", "email_required"],
    ["nur Namen", "no_address_in"],
    [Array.from({ length: 501 }, (_, n) => `p${n}@example.org`).join("\n"), "too_many"],
  ])("says what is wrong with a list", async (text, problem) => {
    expect(await invite(await anOffice(), text)).toMatchObject({ failure: { fields: { text: [problem] } } });
  });

  it("invites to no draft, and to nothing that is over or called off", async () => {
    for (const [status, reason] of [
      ["draft", "event_draft"],
      ["ended", "event_over"],
      ["cancelled", "event_cancelled"],
    ] as const)
      expect(await invite(await anOffice({ status }), "ada@example.org")).toMatchObject({
        failure: { reason },
      });
  });

  it("is the office's alone", async () => {
    const office = await anOffice();
    const host = eventActor(await anEventRole(office.event, "host"), office.event, "host");
    const other = await anOffice();
    for (const actor of [host, other.actor, guest])
      expect(refusalOf(await invite({ event: office.event, actor }, "ada@example.org"))).toBe(MISSING);
    expect(await invitedTo(office.event.id)).toEqual([]);
  });
});
