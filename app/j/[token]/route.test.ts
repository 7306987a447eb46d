import { describe, expect, it } from "vitest";
import { actorIn } from "@/auth/session";
import { db } from "@/db/client";
import { aRegistration } from "@/db/testing/makers";
import { cookiesFrom, formPost, loginCookieOf, noParams } from "@/db/testing/requests";
import { agreeOn, anAgreedTalk } from "@/db/testing/talk-rooms";
import { aTaker, aTalkEvent } from "@/db/testing/talks";
import { findMyMeeting, listMyMeetings } from "@/domain/matchmaking/queries/meetings";
import { eventScope } from "@/domain/programme/queries";
import { findRegistration } from "@/domain/registration/queries";
import { findEntrance } from "@/domain/rooms/queries/entrance";
import { cookiesIn } from "@/lib/cookies";
import { setClock } from "@/lib/time/clock";
import { registrationLink } from "@/lib/tokens";
import { POST as signOut } from "../../api/sign-in/out/route";
import { GET } from "./route";

/** Opens a mailed link, as a browser with these cookies does. */
const open = (link: string, cookie?: string) => {
  const token = new URL(link).pathname.split("/j/")[1] ?? "";
  const request = new Request(link, cookie ? { headers: { cookie } } : {});
  return GET(request, { params: Promise.resolve({ token }) });
};
const wayOf = (response: Response) => response.headers.get("location");
const hintIn = (response: Response) =>
  response.headers.getSetCookie().some((cookie) => cookie.startsWith("plenum-has-talks=1"));

describe("a mailed link makes its browser ask for a talk that is near", () => {
  it("where it is about talks, and where its registration takes some", async () => {
    const event = await aTalkEvent();
    const [taking, without] = [await aTaker(event), await aTaker(event, { talksOptIn: false })];
    expect(hintIn(await open(await registrationLink(taking.registration.id)))).toBe(true);
    for (const next of [undefined, { next: "room" }] as const)
      expect(hintIn(await open(await registrationLink(without.registration.id, next)))).toBe(false);
    expect(hintIn(await open(await registrationLink(without.registration.id, { next: "plan" })))).toBe(true);
  });
});

describe("„Zum Gespräch“ in a mail", () => {
  it.each([
    ["its page, which says when the room opens, until then", 10, "page"],
    ["its page a moment before", 2.1, "page"],
    ["its room from two minutes before", 2, "room"],
    ["its room while it is on", -1, "room"],
    ["its page when it is over", -20, "page"],
  ] as const)("leads to %s", async (_what, minutesBefore, where) => {
    const { event, anna, meetingId, startsAt } = await anAgreedTalk();
    const restore = setClock(() => new Date(startsAt.getTime() - minutesBefore * 60_000));
    const way = wayOf(
      await open(await registrationLink(anna.registration.id, { next: "room", talk: meetingId })),
    );
    restore();
    expect(way).toBe(where === "page" ? `/me/talks/${meetingId}` : `/room/${event.slug}`);
  });

  it("leads whoever is not in that talk to their own plan", async () => {
    const { event, meetingId } = await anAgreedTalk();
    const cem = await aTaker(event);
    const link = await registrationLink(cem.registration.id, { next: "room", talk: meetingId });
    expect(wayOf(await open(link))).toBe(`/me/talks?event=${event.slug}&tab=plan`);
  });
});

describe("the link of one person in a browser in which another is signed in", () => {
  /** Anna and Ben talk; Cem and Dora as well; Cem is signed in where Ben's link is opened. */
  async function mixed() {
    const { event, anna, ben, meetingId } = await anAgreedTalk();
    const [cem, dora] = [await aTaker(event), await aTaker(event)];
    const own = await agreeOn({ event, anna: cem, ben: dora }, 1);
    const login = await loginCookieOf(cem.person);
    const link = await registrationLink(ben.registration.id, { next: "talk", talk: meetingId });
    const opened = await open(link, login);
    const cookies = `${login}; ${cookiesFrom(opened)}`;
    return {
      event,
      anna,
      ben,
      cem,
      meetingId,
      own,
      login,
      opened,
      cookies,
      actor: await actorIn(cookiesIn(cookies)),
    };
  }

  it("leads to the page that says so, and adds nothing to the signed-in person's talks, seats and rooms", async () => {
    const { event, ben, cem, meetingId, own, opened, actor } = await mixed();
    const asked = new URLSearchParams({ as: ben.registration.id, next: `/me/talks/${meetingId}` });
    expect(wayOf(opened)).toBe(`/signin/other?${asked}`);
    expect(actor).toMatchObject({ type: "person", personId: cem.person.id, seats: [] });
    expect((await listMyMeetings(actor)).map((meeting) => meeting.meetingId)).toEqual([own]);
    expect(await findMyMeeting(actor, meetingId)).toBeUndefined();
    expect(await findRegistration(actor, ben.registration.id)).toBeUndefined();
    const scope = await eventScope(db(), event.id);
    const entrance = scope && (await findEntrance(db(), actor, scope));
    expect(entrance?.registrationId).toBe(cem.registration.id);
  });

  it("one's own link works as ever, also before the address was proven by it", async () => {
    const { event, cem, login } = await mixed();
    const other = await aTalkEvent();
    const unproven = await aRegistration(other, { email: cem.person.email });
    for (const id of [cem.registration.id, unproven.id]) {
      const opened = await open(await registrationLink(id), login);
      expect(wayOf(opened)).toBe(`/r/${id}`);
      const actor = await actorIn(cookiesIn(`${login}; ${cookiesFrom(opened)}`));
      expect(actor).toMatchObject({ type: "person", seats: [{ registrationId: id }] });
      expect((await findRegistration(actor, id))?.id).toBe(id);
    }
    expect(other.id).not.toBe(event.id);
  });

  it("after the sign-out on that page the link alone is held, and it leads on", async () => {
    const { ben, meetingId, cookies } = await mixed();
    const next = `/me/talks/${meetingId}`;
    const form = { locale: "de", as: ben.registration.id, next };
    const out = await signOut(formPost("/api/sign-in/out", form, { cookie: cookies }), noParams);
    expect(wayOf(out)).toBe(next);
    const actor = await actorIn(cookiesIn(cookiesFrom(out)));
    expect(actor).toMatchObject({ type: "guest", seats: [{ registrationId: ben.registration.id }] });
    expect((await findMyMeeting(actor, meetingId))?.meetingId).toBe(meetingId);
  });

  it("the sign-out keeps no link that is not held, and leads nowhere else for it", async () => {
    const { anna, cookies } = await mixed();
    const form = { locale: "de", as: anna.registration.id, next: "/me/data" };
    const out = await signOut(formPost("/api/sign-in/out", form, { cookie: cookies }), noParams);
    expect(wayOf(out)).toBe("/");
    expect(await actorIn(cookiesIn(cookiesFrom(out)))).toEqual({ type: "guest", seats: [] });
  });
});
