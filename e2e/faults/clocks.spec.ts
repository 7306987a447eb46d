import { patience } from "../fixtures/environment";
import { expect, test } from "../fixtures/test";
import { holdWorkshop, joinLive } from "../pages/live-event";

const small = { devices: true, viewport: { width: 800, height: 600 } };
const DAY_MS = 24 * 60 * 60_000;

test("R13: a laptop whose clock is a day ahead enters, and sees what the server's clock says", async ({
  person,
}) => {
  test.setTimeout(patience(120));
  const henrike = await person("Henrike", small);
  const ada = await person("Ada", small);
  // The clock runs on by itself, only a day too early; nothing else of the page is touched.
  await ada.context.addInitScript((ahead) => {
    const RealDate = Date;
    const now = () => RealDate.now() + ahead;
    globalThis.Date = new Proxy(RealDate, {
      construct: (target, given) => Reflect.construct(target, given.length === 0 ? [now()] : given),
      get: (target, name, receiver) => (name === "now" ? now : Reflect.get(target, name, receiver)),
    });
  }, DAY_MS);
  const { slug, room: host } = await holdWorkshop(henrike, "Falsche Uhr");
  const guest = await joinLive(ada, slug);
  expect(await ada.page.evaluate(() => Date.now())).toBeGreaterThan(Date.now() + DAY_MS / 2);
  await guest.expectFact("live", "true");
  for (const room of [host, guest]) {
    await room.expectPeople(2);
    await room.expectToHear();
  }
  // By its own clock the event would have run for a day.
  const timer = ada.page.getByRole("timer", { name: "Zeit in der Veranstaltung" });
  await expect(timer).toHaveText(/^\d{2}:\d{2} von 2:00:00$/);
});
