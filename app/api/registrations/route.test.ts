import { eq } from "drizzle-orm";
import { describe, expect, it, vi } from "vitest";
import { flashFor } from "@/auth/flash";
import { seatsIn } from "@/auth/seats";
import { db, pool } from "@/db/client";
import { registrations } from "@/db/schema/registration";
import { guest } from "@/db/testing/actors";
import { aMember, aNetwork, anEvent } from "@/db/testing/makers";
import { cookiesFrom, formPost, loginCookieOf, noParams } from "@/db/testing/requests";
import { findVisibleEvent } from "@/domain/programme/queries/visible-events";
import { cookieName, cookiesIn } from "@/lib/cookies";
import { origin } from "@/lib/env";
import { registrationLink } from "@/lib/tokens";
import { GET as openLink } from "../../j/[token]/route";
import { POST as cancel } from "./[registrationId]/cancel/route";
import { POST as change } from "./[registrationId]/change/route";
import { POST } from "./route";

type Options = Parameters<typeof formPost>[2];
const register = (fields: Record<string, string>, options?: Options) =>
  POST(formPost("/api/registrations", fields, options), noParams);
const ada = (eventId: string) => ({ eventId, name: "Ada Beispiel", email: "ada@example.org", locale: "de" });
const rowsOf = (email: string) => db().select().from(registrations).where(eq(registrations.email, email));

/** A signed-in member of the network, and the cookie of their browser. */
async function aBrowser(network: Awaited<ReturnType<typeof aNetwork>>) {
  const person = await aMember(network);
  return { person, cookie: await loginCookieOf(person) };
}

describe("POST /api/registrations", () => {
  it("leads a form to the confirmation, and the browser holds a claim", async () => {
    const event = await anEvent();
    const response = await register(ada(event.id));
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toBe(`/e/${event.slug}/registered`);
    expect(response.headers.get("referrer-policy")).toBe("no-referrer");
    const seats = await seatsIn(cookiesIn(cookiesFrom(response)));
    expect(seats).toMatchObject([{ eventId: event.id, via: "claim", claimId: expect.any(String) }]);
    const [cookie] = response.headers.getSetCookie();
    for (const flag of ["HttpOnly", "SameSite=Lax", "Path=/"]) expect(cookie).toContain(flag);
  });

  it("answers a program with the state of the event", async () => {
    const event = await anEvent({ capacity: 1 });
    await register({ ...ada(event.id), email: "voll@example.org" });
    const response = await register(ada(event.id), { json: true });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ state: "waiting", eventSlug: event.slug });
  });

  it("leads a refused form back to its page with everything typed, and tells a program the field", async () => {
    const event = await anEvent();
    const wrong = { ...ada(event.id), email: "ada@nowhere" };
    const form = await register(wrong);
    expect(form.headers.get("location")).toBe(`/e/${event.slug}/register`);
    expect(form.headers.getSetCookie()[0]).toContain(`; Path=/e/${event.slug}/register;`);
    const flash = await flashFor(guest, cookiesIn(cookiesFrom(form)).get("flash"));
    expect(flash).toMatchObject({ entered: wrong, failure: { fields: { email: ["invalid_email"] } } });
    const program = await register(wrong, { json: true });
    expect(program.status).toBe(422);
    expect(await program.json()).toMatchObject({ failure: { fields: { email: ["invalid_email"] } } });
  });

  it("leads a member back to the form of a members-only event, and to its confirmation", async () => {
    const network = await aNetwork();
    const event = await anEvent({ network, membersOnly: true });
    const { person, cookie } = await aBrowser(network);
    const own = { ...ada(event.id), email: person.email };
    const foreign = await register({ ...own, email: "andere@example.org" }, { cookie });
    expect(foreign.headers.get("location")).toBe(`/e/${event.slug}/register`);
    const taken = await register(own, { cookie });
    expect(taken.headers.get("location")).toBe(`/e/${event.slug}/registered`);
    const seats = await seatsIn(cookiesIn(cookiesFrom(taken)));
    expect(await findVisibleEvent({ type: "guest", seats }, event.slug)).toMatchObject({ id: event.id });
  });

  it("does not lead to events that are not public", async () => {
    const network = await aNetwork();
    for (const values of [{ status: "draft" as const }, { membersOnly: true }]) {
      const event = await anEvent({ network, ...values });
      const response = await register(ada(event.id));
      expect(response.headers.get("location")).toBe("/events");
      expect((await register(ada(event.id), { json: true })).status).toBe(404);
    }
  });

  it.each([null, "null", "https://evil.test"])("takes nothing from origin %s", async (from) => {
    const event = await anEvent();
    const email = "herkunft@example.org";
    const response = await register({ ...ada(event.id), email }, { from });
    expect(response.status).toBe(403);
    expect(await rowsOf(email)).toEqual([]);
  });

  it.each([
    ["{", "application/json"],
    ["[1]", "application/json"],
    ['{"name":"a\\u0000b"}', "application/json"],
    ['{"name":"\\ud800"}', "application/json"],
    ["name=%00", "application/x-www-form-urlencoded"],
  ])("answers 400 to %s", async (body, type) => {
    expect((await register({}, { raw: { body, type } })).status).toBe(400);
  });

  it("says 503 while the database is away, and keeps what was typed in the page", async () => {
    const event = await anEvent();
    const away = Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });
    const spy = vi.spyOn(pool(), "connect").mockImplementation(() => Promise.reject(away));
    const form = await register({ ...ada(event.id), name: 'Ada "<b>' });
    const program = await register(ada(event.id), { json: true });
    spy.mockRestore();
    expect([form.status, program.status]).toEqual([503, 503]);
    expect(form.headers.get("retry-after")).toBe("5");
    const html = await form.text();
    expect(html).toContain('name="name" value="Ada &quot;&lt;b&gt;"');
    expect(html).not.toContain("ECONNREFUSED");
  });
});

describe("the personal link", () => {
  it("gives the seat without a write, and then the person can change and cancel", async () => {
    const event = await anEvent();
    const email = "link@example.org";
    await register({ ...ada(event.id), email });
    const [row] = await rowsOf(email);
    if (!row) throw new Error("not registered");
    const link = await registrationLink(row.id);
    const token = link.split("/j/")[1] ?? "";
    const opened = await openLink(new Request(link), { params: Promise.resolve({ token }) });
    expect(opened.headers.get("location")).toBe(`/r/${row.id}`);
    expect(await rowsOf(email)).toEqual([row]);

    const cookie = cookiesFrom(opened);
    const params = { params: Promise.resolve({ registrationId: row.id }) };
    const changed = await change(formPost("/x", { name: "Ada Neu" }, { cookie }), params);
    expect(changed.headers.get("location")).toBe(`/r/${row.id}?done=changed`);
    expect(await rowsOf(email)).toMatchObject([
      { name: "Ada Neu", provenAt: expect.any(Date), personId: expect.stringMatching(/^per_/) },
    ]);
    const cancelled = await cancel(formPost("/x", {}, { cookie }), params);
    expect(cancelled.headers.get("location")).toBe(`/r/${row.id}?done=cancelled`);
    expect(await rowsOf(email)).toMatchObject([{ status: "cancelled" }]);
  });

  it("gives nothing when it is cut, and a claim may neither change nor cancel", async () => {
    const event = await anEvent();
    const email = "schnitt@example.org";
    const response = await register({ ...ada(event.id), email });
    const [row] = await rowsOf(email);
    const token = "eyJhbGciOiJkaXIi.cut";
    const opened = await openLink(new Request(`${origin()}/j/${token}`), {
      params: Promise.resolve({ token }),
    });
    expect(opened.headers.getSetCookie()).toEqual([]);
    const params = { params: Promise.resolve({ registrationId: row?.id }) };
    const claim = { cookie: cookiesFrom(response), json: true };
    expect((await cancel(formPost("/x", {}, claim), params)).status).toBe(404);
    expect((await change(formPost("/x", { name: "Mallory" }, claim), params)).status).toBe(404);
    expect(
      (await cancel(formPost("/x", {}, { json: true, cookie: `${cookieName("seats")}=garbage%E0` }), params))
        .status,
    ).toBe(404);
    expect(await rowsOf(email)).toEqual([row]);
  });
});
