import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { seatsIn } from "@/auth/seats";
import { db } from "@/db/client";
import { events } from "@/db/schema/programme";
import { invitations, registrations } from "@/db/schema/registration";
import { cookiesFrom, formPost, noParams } from "@/db/testing/requests";
import { anEventWith, anOffer, rowOf } from "@/db/testing/seats";
import { cookiesIn } from "@/lib/cookies";
import { type Id, newCode } from "@/lib/ids";
import { registrationLink } from "@/lib/tokens";
import { GET as openLink } from "../../j/[token]/route";
import { POST as accept } from "./[registrationId]/accept/route";
import { POST as bring } from "./[registrationId]/colleague/route";
import { POST as switchSeat } from "./[registrationId]/switch/route";
import { POST as register } from "./route";

/** The browser of whoever opened the mail of this registration, and the address of its forms. */
async function holderOf(id: Id<"registration">) {
  const link = await registrationLink(id);
  const token = link.split("/j/")[1] ?? "";
  const opened = await openLink(new Request(link), { params: Promise.resolve({ token }) });
  return { cookie: cookiesFrom(opened), params: { params: Promise.resolve({ registrationId: id }) } };
}

async function registered(eventId: string, email: string) {
  await register(formPost("/api/registrations", { eventId, name: "Ada", email }), noParams);
  const [row] = await db().select().from(registrations).where(eq(registrations.email, email));
  if (!row) throw new Error("not registered");
  return row;
}

describe("the forms of one's own page", () => {
  it("take an offered seat, and prove the address", async () => {
    const { offered } = await anOffer();
    const { cookie, params } = await holderOf(offered.id);
    const answer = await accept(formPost("/x", { locale: "de" }, { cookie }), params);
    expect(answer.headers.get("location")).toBe(`/r/${offered.id}?done=accepted`);
    expect(await rowOf(offered.id)).toMatchObject({ status: "confirmed", provenAt: expect.any(Date) });
  });

  it("switch the seat, and lead back with the reason where there is none", async () => {
    const { event } = await anEventWith({ capacity: 5, onsiteCapacity: 1 });
    const [ada, ben] = [
      await registered(event.id, "wechsel-a@example.org"),
      await registered(event.id, "wechsel-b@example.org"),
    ];
    const fields = { locale: "en", form: "seat", attendance: "onsite" };
    for (const [row, where] of [
      [ada, `/en/r/${ada.id}?done=switched`],
      [ben, `/en/r/${ben.id}`],
    ] as const) {
      const { cookie, params } = await holderOf(row.id);
      const answer = await switchSeat(formPost("/x", fields, { cookie }), params);
      expect(answer.headers.get("location")).toBe(where);
    }
    expect(await rowOf(ada.id)).toMatchObject({ attendance: "onsite" });
    expect(await rowOf(ben.id)).toMatchObject({ attendance: "online", status: "confirmed" });
  });

  it("register a colleague, whose seat this browser does not hold", async () => {
    const { event } = await anEventWith({ capacity: 5 });
    const ada = await registered(event.id, "bringt-mit@example.org");
    const { cookie, params } = await holderOf(ada.id);
    const fields = { locale: "de", name: "Ben", email: "mitgebracht@example.org" };
    const answer = await bring(formPost("/x", fields, { cookie }), params);
    expect(answer.headers.get("location")).toBe(`/r/${ada.id}?done=colleague`);
    expect(answer.headers.getSetCookie().some((text) => text.includes("seats="))).toBe(false);
    const [ben] = await db()
      .select()
      .from(registrations)
      .where(eq(registrations.email, "mitgebracht@example.org"));
    expect(ben).toMatchObject({ registeredBy: ada.id, status: "confirmed", provenAt: null });
  });

  it("look missing to a browser that merely typed the address", async () => {
    const { event } = await anEventWith({ capacity: 5, onsiteCapacity: 5 });
    const email = "behauptet@example.org";
    const posted = await register(
      formPost("/api/registrations", { eventId: event.id, name: "Mallory", email }),
      noParams,
    );
    const [row] = await db().select().from(registrations).where(eq(registrations.email, email));
    if (!row) throw new Error("not registered");
    const params = { params: Promise.resolve({ registrationId: row.id }) };
    const claim = { cookie: cookiesFrom(posted), json: true };
    const fields = { attendance: "onsite", name: "Ben", email: "fremd@example.org" };
    for (const door of [accept, switchSeat, bring])
      expect((await door(formPost("/x", fields, claim), params)).status).toBe(404);
  });
});

describe("a form on the page of an invitation", () => {
  async function anInvitation() {
    const { event } = await anEventWith({ capacity: 5 });
    await db().update(events).set({ membersOnly: true }).where(eq(events.id, event.id));
    const code = newCode();
    await db().insert(invitations).values({ eventId: event.id, code, maxUses: 1 });
    const post = (email: string, more: Record<string, string> = {}) =>
      register(
        formPost("/api/registrations", {
          eventId: event.id,
          name: "Ada",
          email,
          invitation: code,
          via: code,
          ...more,
        }),
        noParams,
      );
    return { event, code, post };
  }

  it("leads to what follows under the same address, with a claim to a members-only event", async () => {
    const { event, code, post } = await anInvitation();
    const answer = await post("geladen@example.org");
    expect(answer.headers.get("location")).toBe(`/i/${code}?done=confirmed`);
    const seats = await seatsIn(cookiesIn(cookiesFrom(answer)));
    expect(seats).toMatchObject([{ eventId: event.id, via: "claim" }]);
  });

  it("comes back there when it was refused, and leads nowhere else whatever it says", async () => {
    const { code, post } = await anInvitation();
    const wrong = await post("geladen@");
    expect(wrong.headers.get("location")).toBe(`/i/${code}`);
    const elsewhere = await post("noch-eine@", { via: "../../evil.test//x" });
    expect(elsewhere.headers.get("location")).toBe("/i/ev11testx");
  });
});
