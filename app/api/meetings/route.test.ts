import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { meetingRequests, meetings } from "@/db/schema/matchmaking";
import { cookiesFrom, formPost, openMailed } from "@/db/testing/requests";
import { aTaker, aTalkEvent, aTalkRequest, slotAt } from "@/db/testing/talks";
import { origin } from "@/lib/env";
import { registrationLink, requestLink } from "@/lib/tokens";
import { GET as openRegistration } from "../../j/[token]/route";
import { GET as openLink } from "../../t/[token]/route";
import { POST as answer } from "./[id]/answer/route";
import { POST as cancel } from "./[id]/cancel/route";
import { POST as outcome } from "./[id]/outcome/route";
import { POST as withdraw } from "./[id]/withdraw/route";
import { POST as ask } from "./route";

const post = (body: Record<string, string>, options?: Parameters<typeof formPost>[2]) =>
  formPost("/api/meetings", body, options);
const at = (id: string) => ({ params: Promise.resolve({ id }) });
const json = { json: true };

const open = (token: string) => openMailed(openLink, `${origin()}/t/${token}`);

/** The cookie of a browser that has opened the mailed link of a registration. */
const linkCookie = async (id: Parameters<typeof registrationLink>[0]) =>
  cookiesFrom(await openMailed(openRegistration, await registrationLink(id)));

async function asked() {
  const event = await aTalkEvent();
  const [anna, ben] = [await aTaker(event), await aTaker(event)];
  const request = await aTalkRequest(event, { from: anna.person, to: ben.person });
  const link = await requestLink({ requestId: request.id, personId: ben.person.id });
  return { event, anna, ben, id: request.id, token: link.split("/t/")[1] ?? "" };
}

describe("the doors of talks", () => {
  it("the mailed link leaves the address and answers nothing; then a form without JavaScript accepts", async () => {
    const { event, id, token } = await asked();
    const opened = await open(token);
    const page = `/me/talks/requests/${id}`;
    expect([opened.status, opened.headers.get("location")]).toEqual([303, page]);
    expect(opened.headers.get("referrer-policy")).toBe("no-referrer");
    expect(opened.headers.getSetCookie().join("\n")).toMatch(/plenum-seats=\S+; Path=\/; HttpOnly/);
    const [request] = await db().select().from(meetingRequests).where(eq(meetingRequests.id, id));
    expect(request?.status).toBe("requested");

    const form = { back: page, locale: "en", answer: slotAt(event, 0).toISOString() };
    const response = await answer(post(form, { cookie: cookiesFrom(opened) }), at(id));
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toBe(`/en${page}?done=accepted`);
    expect(response.headers.getSetCookie().join("\n")).toMatch(/plenum-has-talks=1/);
    expect(await db().select().from(meetings).where(eq(meetings.requestId, id))).toHaveLength(1);
  });

  it("a cut link, or one of another request, answers nothing", async () => {
    const { event, id } = await asked();
    const other = await asked();
    for (const token of ["unsinn", other.token.slice(0, -3), other.token]) {
      const cookie = cookiesFrom(await open(token));
      const form = { answer: slotAt(event, 0).toISOString() };
      expect((await answer(post(form, { ...json, cookie }), at(id))).status).toBe(404);
    }
    expect((await open("unsinn")).headers.get("location")).toBe("/me/talks/requests/unknown");
    const [request] = await db().select().from(meetingRequests).where(eq(meetingRequests.id, id));
    expect(request?.status).toBe("requested");
  });

  it("nobody asks, withdraws, cancels or rates without being one of the two", async () => {
    const { event, ben, id } = await asked();
    const wish = { eventId: event.id, toPersonId: ben.person.id, slots: slotAt(event, 0).toISOString() };
    expect((await ask(post(wish, json), at(""))).status).toBe(404);
    expect((await withdraw(post({}, json), at(id))).status).toBe(404);
    expect((await cancel(post({}, json), at("mtg_aaaaaaaa"))).status).toBe(404);
    const rating = { outcome: "interesting" };
    expect((await outcome(post(rating, json), at("mtg_aaaaaaaa"))).status).toBe(404);
  });

  it("a page elsewhere cannot post, and `back` leads to no other host", async () => {
    const { id, token } = await asked();
    const cookie = cookiesFrom(await open(token));
    const foreign = post({ answer: "decline" }, { from: "https://evil.test", cookie });
    expect((await answer(foreign, at(id))).status).toBe(403);
    const response = await withdraw(post({ back: "https://evil.test/me" }), at(id));
    expect(response.headers.get("location")).toBe("/me/talks");
  });

  describe("R23: of one form posted twice within a moment", () => {
    const twice = async (key?: string) => {
      const event = await aTalkEvent();
      const [anna, ben] = [await aTaker(event), await aTaker(event)];
      const cookie = await linkCookie(anna.registration.id);
      const wish = { eventId: event.id, toPersonId: ben.person.id, slots: slotAt(event, 0).toISOString() };
      const form = { ...wish, locale: "de", ...(key === undefined ? {} : { idempotencyKey: key }) };
      const answers = await Promise.all([1, 2].map(() => ask(post(form, { cookie }), at(""))));
      const asked = eq(meetingRequests.fromPersonId, anna.person.id);
      return {
        pages: answers.map(({ headers }) => headers.get("location")?.split("?")[0]),
        requests: await db().$count(meetingRequests, asked),
      };
    };

    it("one request comes, and both answers say that it is on its way", async () => {
      expect(await twice(crypto.randomUUID())).toEqual({ pages: ["/me/talks", "/me/talks"], requests: 1 });
    });

    it("it is the form's key that does it: without one, the second is refused", async () => {
      const { pages, requests } = await twice();
      expect({ pages: pages.sort(), requests }).toEqual({
        pages: ["/me/talks", "/me/talks/ask"],
        requests: 1,
      });
    });

    const acceptedTwice = async (key?: string) => {
      const { event, id, token } = await asked();
      const cookie = cookiesFrom(await open(token));
      const back = `/me/talks/requests/${id}`;
      const said = { back, locale: "de", answer: slotAt(event, 0).toISOString() };
      const form = { ...said, ...(key === undefined ? {} : { idempotencyKey: key }) };
      const answers = await Promise.all([1, 2].map(() => answer(post(form, { cookie }), at(id))));
      return {
        pages: answers.map(({ headers }) => headers.get("location")?.replace(back, "")).sort(),
        talks: await db().$count(meetings, eq(meetings.requestId, id)),
      };
    };

    it("one yes is one talk, and both answers say that it is agreed", async () => {
      const twice = await acceptedTwice(crypto.randomUUID());
      expect(twice).toEqual({ pages: ["?done=accepted", "?done=accepted"], talks: 1 });
    });

    it("without the form's key there is one talk as well, and the second answer calls it answered", async () => {
      const { pages, talks } = await acceptedTwice();
      expect(talks).toBe(1);
      expect(pages).toContain("?done=accepted");
      expect(new Set(pages).size).toBe(2);
    });
  });
});
