import { expect, test } from "../fixtures/test";
import { Visitor } from "../fixtures/visitor";
import { moveEvent, planDraft } from "../security/planning-over-http";

const NETWORK = "sensoriknetz-oberland";

test("a shared link to an event, a network or a series shows a picture of our own", async ({ person }) => {
  const { page } = await person("Vera");
  const organizer = await new Visitor().signInAs("organizer");
  const event = await planDraft(organizer, `Geteilt ${crypto.randomUUID()}`);
  expect((await page.request.get(`/e/${event.slug}.png`)).status(), "a draft").toBe(404);
  await moveEvent(organizer, event, "publish");
  const { location } = await new Visitor().ask("/s");
  for (const path of [`/e/${event.slug}`, `/en/e/${event.slug}`, `/n/${NETWORK}`, String(location)]) {
    await page.goto(path);
    const address = await page.locator("meta[property='og:image']").getAttribute("content");
    const { origin, pathname } = new URL(page.url());
    expect(address).toBe(`${origin}${pathname}.png`);
    await expect(page.locator("meta[name='twitter:card']")).toHaveAttribute("content", "summary_large_image");
    // The first answer was for the draft, and was kept until the event became public.
    await expect
      .poll(async () => (await page.request.get(String(address))).status(), { message: path })
      .toBe(200);
    const picture = await page.request.get(String(address));
    expect(picture.headers()["content-type"]).toBe("image/png");
    const bytes = await picture.body();
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630]);
  }
});
