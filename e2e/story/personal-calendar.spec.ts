import { expectNoViolations } from "../fixtures/accessibility";
import { expect, test } from "../fixtures/test";
import { Visitor } from "../fixtures/visitor";
import { signInAs } from "../pages/desk-page";

test("a calendar of one's own: given, subscribed to without a cookie, renewed and taken back", async ({
  person,
}) => {
  const { page } = await person("Anna", { viewport: { width: 390, height: 844 } });
  await signInAs(page, "participant");
  await page.goto("/me");
  const card = page.locator("#calendar");
  // Whatever an earlier run has left, this one begins without an address.
  const close = card.getByRole("button", { name: "Nicht mehr teilen" });
  if (await close.isVisible()) await close.click();
  await card.getByRole("button", { name: "Adresse anlegen" }).click();
  await expect(card.getByText("Ihr Kalender hat jetzt eine Adresse.")).toBeVisible();
  await expectNoViolations(page, "my week with a shared calendar");
  const addressOf = async () => new URL(await card.getByLabel("Adresse zum Einfügen").inputValue());
  const first = await addressOf();
  const subscribe = card.getByRole("link", { name: "Kalender abonnieren" });
  await expect(subscribe).toHaveAttribute("href", `webcal://${first.host}${first.pathname}`);

  const program = new Visitor();
  const feed = await program.ask(first.pathname);
  expect(feed.status).toBe(200);
  expect(feed.headers["content-type"]).toBe("text/calendar; charset=utf-8");
  expect(String(feed.headers["cache-control"])).toContain("private");
  expect(feed.headers["set-cookie"]).toBeUndefined();
  expect(feed.text).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*METHOD:PUBLISH\r\n[\s\S]*END:VCALENDAR\r\n$/);
  const etag = String(feed.headers.etag);
  const again = await program.ask(first.pathname, { headers: { "if-none-match": etag } });
  expect(again.status).toBe(304);
  const head = await program.ask(first.pathname, { method: "HEAD" });
  expect([head.status, head.headers.etag, head.text]).toEqual([200, etag, ""]);

  await card.getByRole("button", { name: "Neue Adresse" }).click();
  await expect(card.getByText("die bisherige gilt nicht mehr")).toBeVisible();
  const second = await addressOf();
  expect(second.pathname).not.toBe(first.pathname);
  expect((await program.ask(first.pathname)).status).toBe(404);
  expect((await program.ask(second.pathname)).status).toBe(200);
  await close.click();
  await expect(card.getByText("Die Adresse Ihres Kalenders gilt nicht mehr.")).toBeVisible();
  const gone = await program.ask(second.pathname);
  expect([gone.status, gone.location]).toEqual([404, ""]);
});
