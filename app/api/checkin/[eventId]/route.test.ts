import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { checkIns } from "@/db/schema/attendance";
import { idempotencyAnswers } from "@/db/schema/kernel";
import { seatPlans } from "@/db/schema/registration";
import { aNetwork, anEvent, anEventRole, anOrganizer, aRegistration } from "@/db/testing/makers";
import { formPost, loginCookieOf } from "@/db/testing/requests";
import { checkInCode } from "@/lib/tokens";
import { GET as people } from "./people/route";
import { POST as letIn } from "./route";
import { POST as undo } from "./undo/route";
import { POST as walkIn } from "./walk-in/route";

type Options = Parameters<typeof formPost>[2];

/** An event that begins in an hour, somebody at its door, and one registration. */
async function anOpenDoor() {
  const network = await aNetwork();
  const startsAt = new Date(Date.now() + 3_600_000);
  const event = await anEvent({ network, startsAt, place: "Musterstadt" });
  await db().update(seatPlans).set({ onsiteCapacity: 9 }).where(eq(seatPlans.eventId, event.id));
  const person = { name: "Änne Groß", organisation: "Werk Nord" };
  const registration = await aRegistration(event, { ...person, attendance: "onsite" });
  const cookie = await loginCookieOf(await anEventRole(event, "check_in"));
  const back = `/checkin/${event.slug}`;
  const context = { params: Promise.resolve({ eventId: event.id }) };
  const post = (
    route: typeof letIn,
    fields: Record<string, string>,
    options: Options = { cookie, json: true },
  ) => route(formPost(`/api/checkin/${event.id}`, { back, locale: "en", ...fields }, options), context);
  return { network, event, registration, code: checkInCode(registration.id), cookie, context, post };
}

describe("POST /api/checkin/{eventId}", () => {
  it("answers a scanner with state, time and name", async () => {
    const { registration, code, post } = await anOpenDoor();
    const first = await post(letIn, { code });
    expect(first.status).toBe(200);
    const answer = await first.json();
    expect(answer).toEqual({
      state: "in",
      registrationId: registration.id,
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      name: "Änne Groß",
      organisation: "Werk Nord",
    });
    expect(await (await post(letIn, { code })).json()).toEqual({ ...answer, state: "already" });
  });

  it("stores no name with the answer to a key", async () => {
    const { code, post } = await anOpenDoor();
    const idempotencyKey = crypto.randomUUID();
    for (let times = 0; times < 2; times++)
      expect(await (await post(letIn, { code, idempotencyKey })).json()).toMatchObject({
        state: "in",
        name: "Änne Groß",
      });
    const stored = await db().select().from(idempotencyAnswers);
    expect(stored.filter(({ key }) => key.startsWith(idempotencyKey))).toHaveLength(1);
    expect(JSON.stringify(stored)).not.toContain("Änne");
  });

  it("leads a browser without JavaScript back to the page, which then says what was done", async () => {
    const { event, registration, cookie, post } = await anOpenDoor();
    const answer = await post(letIn, { registrationId: registration.id }, { cookie });
    expect(answer.status).toBe(303);
    const to = new URL(answer.headers.get("location") ?? "", "http://localhost");
    expect(to.pathname).toBe(`/en/checkin/${event.slug}`);
    expect(Object.fromEntries(to.searchParams)).toMatchObject({ state: "in", who: registration.id });
    const refused = await post(letIn, { code: "P1NONSENSE" }, { cookie });
    expect(refused.headers.get("location")).toBe(`/en/checkin/${event.slug}`);
    expect(refused.headers.getSetCookie().join()).toContain(`Path=/en/checkin/${event.slug}`);
  });

  it("takes back the entry that was shown, and lets a walk-in in", async () => {
    const { event, registration, code, post } = await anOpenDoor();
    const { at } = await (await post(letIn, { code })).json();
    const taken = await post(undo, { registrationId: registration.id, at });
    expect(await taken.json()).toEqual({ registrationId: registration.id, undone: true });
    const came = await post(walkIn, { name: "Ines Öztürk", email: "Oeztuerk@example.org" });
    expect(await came.json()).toMatchObject({ state: "in", name: "Ines Öztürk" });
    expect(await db().$count(checkIns, eq(checkIns.eventId, event.id))).toBe(2);
  });

  it("looks like a missing event to strangers, to other networks and without a sign-in", async () => {
    const { network, event, registration, code, context, post } = await anOpenDoor();
    const elsewhere = await anOpenDoor();
    const member = await loginCookieOf(await anOrganizer(await aNetwork()));
    for (const cookie of [undefined, elsewhere.cookie, member]) {
      const options = { json: true, ...(cookie ? { cookie } : {}) };
      const at = new Date().toISOString();
      const answers = [
        await post(letIn, { code }, options),
        await post(undo, { registrationId: registration.id, at }, options),
        await post(walkIn, { name: "Fremd", email: "fremd@example.org" }, options),
        await people(new Request("http://localhost/x", { headers: cookie ? { cookie } : {} }), context),
      ];
      expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    }
    expect(await db().$count(checkIns, eq(checkIns.eventId, event.id))).toBe(0);
    const own = await loginCookieOf(await anOrganizer(network));
    const foreignPage = { cookie: own, json: true, from: "https://example.com" };
    expect((await post(letIn, { code }, foreignPage)).status).toBe(403);
  });
});

describe("GET /api/checkin/{eventId}/people", () => {
  it("names who may come and tells the time, and no address", async () => {
    const { event, registration, cookie, context, post, code } = await anOpenDoor();
    await post(letIn, { code });
    const asked = new Request(`http://localhost/api/checkin/${event.id}/people`, { headers: { cookie } });
    const answer = await people(asked, context);
    const text = await answer.text();
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(JSON.parse(text)).toEqual({
      now: expect.any(String),
      walkIns: 0,
      people: [
        {
          id: registration.id,
          name: "Änne Groß",
          organisation: "Werk Nord",
          standing: "welcome",
          arrival: { at: expect.any(String), how: "door" },
        },
      ],
    });
    expect(text).not.toContain("@");
  });
});
