import { describe, expect, it } from "vitest";
import { anAgreedTalk } from "@/db/testing/talk-rooms";
import { aTaker, aTalkEvent } from "@/db/testing/talks";
import { setClock } from "@/lib/time/clock";
import { registrationLink } from "@/lib/tokens";
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
