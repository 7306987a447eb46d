import { expectNoViolations } from "../fixtures/accessibility";
import { patience } from "../fixtures/environment";
import { expect, test } from "../fixtures/test";
import { signInAs } from "../pages/desk-page";
import { TALK_EVENT } from "../pages/talks";

const PAGE = `/me/talks?event=${TALK_EVENT}`;

test("without a script: every suggestion says why, and „Passt nicht“ takes it away until it is taken back", async ({
  person,
}) => {
  test.setTimeout(patience(60));
  const { page } = await person("Anna", { javaScript: false });
  await signInAs(page, "participant");
  await page.goto(PAGE);
  const cards = page.locator(".sg");
  const count = await cards.count();
  expect(count).toBeGreaterThan(3);
  expect(count).toBeLessThanOrEqual(12);
  for (const card of await cards.all()) await expect(card.locator(".reasons > li")).toHaveCount(2);
  await expect(page.locator("main")).not.toContainText("%");

  const card = cards.last();
  const name = (await card.getByRole("heading").textContent()) ?? "";
  const named = page.locator(".sg", { has: page.getByRole("heading", { name, exact: true }) });
  await card.getByText("Warum?").click();
  await expect(card.getByText(/Niemand steht auf mehr als 24 Listen/)).toBeVisible();
  await card.locator("summary", { hasText: "Passt nicht" }).click();
  await card.getByRole("button", { name: `Wir kennen uns schon: ${name}` }).click();
  await expect(page.getByRole("status")).toContainText("Dieser Vorschlag kommt nicht wieder.");
  await expect(named).toHaveCount(0);

  await page
    .locator("summary", { hasText: /pass(?:t|en) nicht$/ })
    .last()
    .click();
  await page.getByRole("button", { name: `Wieder vorschlagen: ${name}` }).click();
  await expect(page.getByRole("status")).toContainText("kann Ihnen wieder vorgeschlagen werden");
});

test("a suggestion is opened, explained and left by keyboard, on a phone too", async ({ person }) => {
  test.setTimeout(patience(60));
  const { page } = await person("Anna", { viewport: { width: 390, height: 844 } });
  await signInAs(page, "participant");
  await page.goto(PAGE);
  const card = page.locator(".sg").first();
  const [why, wish, unfit] = [0, 1, 2].map((at) => card.locator("summary").nth(at));
  if (!why || !wish || !unfit) throw new Error("three places were asked for");
  await why.focus();
  await page.keyboard.press("Enter");
  await expect(card.getByText(/Vorgeschlagen wird, wer bietet/)).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(wish).toBeFocused();
  await page.keyboard.press("Enter");
  await card.getByRole("button", { name: /^gern treffen/ }).press("Enter");
  await expect(page.getByRole("status")).toContainText("Ihr Wunsch ist notiert.");
  await expect(wish).toContainText("Ihr Wunsch: gern treffen");
  await unfit.focus();
  await page.keyboard.press("Enter");
  await expect(card.getByRole("button", { name: /^Diesmal nicht/ })).toBeVisible();
  await expectNoViolations(page, "suggestions");
  const beyond = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
  expect(beyond, "pixels beyond the edge").toBeLessThanOrEqual(0);
});

test("an organizer reads the same two reasons of somebody's suggestions", async ({ person }) => {
  test.setTimeout(patience(60));
  const { page } = await person("Olga", { javaScript: false });
  await signInAs(page, "organizer");
  await page.goto(`/o/regionale-wertschoepfung-heideland/e/${TALK_EVENT}/tables`);
  // One of the demo's own: whoever another test registered has said nothing that could be matched.
  const whom = page.getByRole("combobox", { name: "Für wen" });
  const anna = whom.locator("option", { hasText: "Anna Beispiel, Beispiel GmbH" });
  await whom.selectOption((await anna.getAttribute("value")) ?? "");
  await page.getByRole("button", { name: "Vorschläge zeigen" }).click();
  const first = page.locator("#suggestions .sg").first();
  await expect(first.locator(".reasons > li")).toHaveCount(2);
  await expect(first).toContainText(/ sucht .+ – bietet /);
});
