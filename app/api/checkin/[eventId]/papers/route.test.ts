import { eq } from "drizzle-orm";
import { extractText, getDocumentProxy } from "unpdf";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { auditEntries } from "@/db/schema/kernel";
import { aGuestOnSite, anEventOnSite } from "@/db/testing/door";
import { anEventRole, aPerson } from "@/db/testing/makers";
import { formPost, loginCookieOf } from "@/db/testing/requests";
import { bundleThread } from "@/lib/pdf/testing/thread-program";
import { POST } from "./route";

beforeAll(() => bundleThread(), 60_000);

async function aDoor() {
  const { event } = await anEventOnSite();
  await aGuestOnSite(event, { name: "Jürgen Weiß" });
  return { event, cookie: await loginCookieOf(await anEventRole(event, "check_in")) };
}

const ask = (
  eventId: string,
  fields: Record<string, string>,
  options: NonNullable<Parameters<typeof formPost>[2]> = {},
) =>
  POST(
    formPost(
      `/api/checkin/${eventId}/papers`,
      { back: "/checkin/tag/list", locale: "de", ...fields },
      options,
    ),
    { params: Promise.resolve({ eventId }) },
  );

describe("POST /api/checkin/{eventId}/papers", () => {
  it("answers with a PDF that nobody keeps on the way, while everything else goes on", async () => {
    const { event, cookie } = await aDoor();
    let ticks = 0;
    const ticking = setInterval(() => ticks++, 5);
    for (const [paper, name] of [
      ["list", "door-list"],
      ["badges", "badges"],
    ] as const) {
      const answer = await ask(event.id, { paper }, { cookie });
      expect(answer.status).toBe(200);
      expect(answer.headers.get("content-type")).toBe("application/pdf");
      expect(answer.headers.get("content-disposition")).toBe(
        `attachment; filename="${name}-${event.slug}.pdf"`,
      );
      expect(answer.headers.get("cache-control")).toBe("no-store");
      const pdf = await getDocumentProxy(new Uint8Array(await answer.arrayBuffer()));
      const { text } = await extractText(pdf, { mergePages: true });
      expect(text).toContain("Jürgen Weiß");
    }
    clearInterval(ticking);
    expect(ticks).toBeGreaterThan(20);
    expect(await db().$count(auditEntries, eq(auditEntries.eventId, event.id))).toBe(2);
  }, 60_000);

  it("S34: refuses programs alike, whether the event is foreign or missing, and leads browsers back", async () => {
    const { event } = await aDoor();
    const stranger = await loginCookieOf(await aPerson());
    for (const options of [{}, { cookie: stranger }]) {
      const texts = [];
      for (const eventId of [event.id, "evt_0000000000"]) {
        const answer = await ask(eventId, { paper: "list" }, { ...options, json: true });
        expect(answer.status).toBe(404);
        texts.push(await answer.text());
        const page = await ask(eventId, { paper: "list" }, options);
        expect([page.status, page.headers.get("location")]).toEqual([303, "/checkin/tag/list"]);
      }
      expect(texts[0]).toBe(texts[1]);
    }
  });
});
