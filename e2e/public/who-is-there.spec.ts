import type { Page } from "@playwright/test";
import { expectNoViolations } from "../fixtures/accessibility";
import { patience } from "../fixtures/environment";
import { eventWithSeats } from "../fixtures/event-with-seats";
import { expect, test } from "../fixtures/test";
import { Visitor } from "../fixtures/visitor";
import { openRegistration, register } from "../pages/registering";

const present = (page: Page) => page.getByRole("region", { name: "Wer ist dabei" });

async function choose(page: Page, choice: string): Promise<void> {
  await page.getByRole("group", { name: "Wer sieht, dass Sie dabei sind?" }).getByLabel(choice).check();
  await page.getByRole("button", { name: "Änderungen speichern" }).click();
  await expect(page.getByText("Ihre Änderungen sind gespeichert.")).toBeVisible();
}

test("a participant is shown to whom they chose: by default to nobody, then to participants, then to everybody", async ({
  person,
}) => {
  test.setTimeout(patience(60));
  const event = await eventWithSeats(10);
  const path = `/e/${event.slug}`;
  const [vera, walter] = [await person("Vera"), await person("Walter")];
  for (const one of [vera, walter]) {
    await register(one, event.slug);
    await openRegistration(one);
    await expect(present(one.page)).toHaveCount(0);
  }
  const inPublic = async () => (await new Visitor().ask(path)).text.includes(vera.name);

  await choose(vera.page, "Teilnehmende");
  await expect(present(vera.page)).toContainText(vera.name);
  await walter.page.reload();
  await expect(present(walter.page), "who has only opened the link has proven nothing").toHaveCount(0);
  await walter.page.getByRole("button", { name: "Änderungen speichern" }).click();
  await expect(present(walter.page)).toContainText(vera.name);
  await expect(present(walter.page)).not.toContainText(walter.name);
  await expectNoViolations(walter.page, "a registration with participants");
  expect(await inPublic()).toBe(false);

  await choose(vera.page, "Öffentlich");
  await expect.poll(inPublic, { timeout: patience(10) }).toBe(true);
  const { page } = await person("Fremd");
  await page.goto(path);
  await expect(present(page)).toContainText(`${vera.name}Beispielwerk`);
  await expect(page.getByText(vera.email)).toHaveCount(0);
  await expectNoViolations(page, "an event with participants");
  await page.goto(`/en${path}`);
  await expect(page.getByRole("region", { name: "Who takes part" })).toContainText(vera.name);

  await vera.page.locator("summary", { hasText: "Absagen" }).click();
  await vera.page.getByRole("button", { name: "Teilnahme absagen" }).click();
  await expect.poll(inPublic, { timeout: patience(10) }).toBe(false);
});
