import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { calendarImports } from "@/db/schema/matchmaking-availability";
import { filesPost, formPost, loginCookieOf } from "@/db/testing/requests";
import { aTaker, aTalkEvent } from "@/db/testing/talks";
import { POST as bring } from "./route";

const nowhere = { params: Promise.resolve({}) };

async function taker() {
  const event = await aTalkEvent();
  const { person } = await aTaker(event);
  return { event, person, cookie: await loginCookieOf(person) };
}
const reasonOf = async (response: Response) => {
  const answer: unknown = await response.json();
  return JSON.stringify(answer);
};

describe("the door of calendars that people bring along", () => {
  it("S46: asks no address inside, and says the same of each", async () => {
    const { event, person, cookie } = await taker();
    for (const address of ["http://127.0.0.1/a.ics", "http://169.254.169.254/", "file:///etc/passwd"]) {
      const post = formPost("/api/me/calendars", { eventId: event.id, address }, { cookie, json: true });
      const response = await bring(post, nowhere);
      expect([response.status, await reasonOf(response)]).toEqual([
        422,
        expect.stringContaining("address_refused"),
      ]);
    }
    const mine = eq(calendarImports.personId, person.id);
    expect(await db().$count(calendarImports, mine)).toBe(0);
  });

  it("takes no busy times from whoever asks: they are read, or there are none", async () => {
    const { event, cookie } = await taker();
    const busy = JSON.stringify([{ startsAt: event.startsAt, endsAt: event.endsAt }]);
    const post = formPost("/api/me/calendars", { eventId: event.id, busy }, { cookie, json: true });
    expect(await reasonOf(await bring(post, nowhere))).toContain("calendar_needed");
  });

  it("reads nothing of a file that is too large", async () => {
    const { event, cookie } = await taker();
    const part = { name: "a.ics", content: new Uint8Array(5 * 1024 * 1024 + 1) };
    const said = { fields: { eventId: event.id }, parts: [["file", part]] as const };
    expect(await reasonOf(await bring(filesPost("/api/me/calendars", said, { cookie }), nowhere))).toContain(
      "too_large",
    );
  });

  it("opens for nobody without a registration", async () => {
    const { event } = await taker();
    const post = formPost(
      "/api/me/calendars",
      { eventId: event.id, address: "http://127.0.0.1/" },
      { json: true },
    );
    expect((await bring(post, nowhere)).status).toBe(404);
  });
});
