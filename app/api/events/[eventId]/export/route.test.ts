import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { auditEntries } from "@/db/schema/kernel";
import { aNetwork, anEvent, anOrganizer, aRegistration } from "@/db/testing/makers";
import { formPost, loginCookieOf } from "@/db/testing/requests";
import { POST } from "./route";

type Options = Parameters<typeof formPost>[2];

/** An event with one registration, and the cookie of its organizer. */
async function anOrganizedEvent() {
  const network = await aNetwork();
  const event = await anEvent({ network });
  await aRegistration(event, { name: "Jürgen Weiß" });
  return { event, cookie: await loginCookieOf(await anOrganizer(network)) };
}

const back = "/o/netz/e/termin/people";
const download = (eventId: string, fields: Record<string, string>, options?: Options) =>
  POST(formPost(`/api/events/${eventId}/export`, { back, locale: "en", ...fields }, options), {
    params: Promise.resolve({ eventId }),
  });

describe("POST /api/events/{eventId}/export", () => {
  it("answers the organizer with a file that nobody keeps on the way", async () => {
    const { event, cookie } = await anOrganizedEvent();
    const answer = await download(event.id, { format: "excel" }, { cookie });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8; header=present");
    expect(answer.headers.get("content-disposition")).toBe(
      `attachment; filename="registrations-${event.slug}.csv"`,
    );
    expect(answer.headers.get("cache-control")).toBe("no-store");
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder().decode(bytes)).toContain('\r\n"Jürgen Weiß";');
  });

  it("S34: refuses programs alike, whether the event is foreign or missing, and leads browsers back", async () => {
    const { event } = await anOrganizedEvent();
    const { cookie } = await anOrganizedEvent();
    for (const options of [{}, { cookie }]) {
      const texts = [];
      for (const eventId of [event.id, "evt_0000000000"]) {
        const answer = await download(eventId, { format: "rfc4180" }, { ...options, json: true });
        expect(answer.status).toBe(404);
        texts.push(await answer.text());
        const page = await download(eventId, { format: "rfc4180" }, options);
        expect([page.status, page.headers.get("location")]).toEqual([303, `/en${back}`]);
      }
      expect(texts[0]).toBe(texts[1]);
    }
  });

  it("never leads to another host, and lets no other page post", async () => {
    const { event, cookie } = await anOrganizedEvent();
    const away = await download(event.id, { format: "rfc4180", back: "https://example.com/" });
    expect(away.headers.get("location")).toBe("/en/o");
    const options = { cookie, from: "https://example.com" };
    expect((await download(event.id, { format: "rfc4180" }, options)).status).toBe(403);
  });

  it("P22: writes every download down, also one that repeats a key of intention", async () => {
    const { event, cookie } = await anOrganizedEvent();
    const fields = { format: "rfc4180", idempotencyKey: "the-same-key-again" };
    for (let times = 0; times < 2; times++)
      expect((await download(event.id, fields, { cookie })).status).toBe(200);
    const rows = await db().select().from(auditEntries).where(eq(auditEntries.eventId, event.id));
    expect(rows.map(({ command, outcome }) => [command, outcome])).toEqual([
      ["export-registrations", "ok"],
      ["export-registrations", "ok"],
    ]);
  });
});
