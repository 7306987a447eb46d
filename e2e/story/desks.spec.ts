import type { Page } from "@playwright/test";
import { expectNoViolations } from "../fixtures/accessibility";
import { expect, test } from "../fixtures/test";
import { signInAs } from "../pages/desk-page";
import { RolesOf, signedInByMail } from "../pages/roles-page";
import { freshAddress } from "../security/registering-over-http";

/** The owner who is signed in there invites to look on in the office; whoever was invited says yes. */
async function takeIn(owner: Page, { network, email, page }: { network: string; email: string; page: Page }) {
  const roles = new RolesOf(owner, `/o/${network}/office`);
  await roles.open();
  await page.goto(await roles.invite(email, "Nur ansehen"));
  await page.getByRole("button", { name: "Annehmen" }).click();
  await expect(page.getByRole("button", { name: "Annehmen" })).toHaveCount(0);
}

test("/o asks who is there, says so to who has no desk, leads to the only one, and lets choose among two", async ({
  person,
}) => {
  const email = freshAddress("schreibtisch");
  const [{ page }, { page: owner }] = [await person("Neue Kollegin"), await person("Henrike")];
  await page.goto("/o");
  await expect(page).toHaveURL(/\/login\?next=%2Fo$/);
  await signedInByMail(page, email);
  await page.goto("/o");
  await expect(page).toHaveURL(/\/o$/);
  await expect(page.getByText("Sie haben in keinem Netzwerk eine Rolle.")).toBeVisible();
  await expectNoViolations(page, "no desk");

  await signInAs(owner, "organizer");
  await takeIn(owner, { network: "sensoriknetz-oberland", email, page });
  await page.goto("/o");
  await expect(page).toHaveURL(/\/o\/sensoriknetz-oberland$/);
  await page.goto("/en/o");
  await expect(page).toHaveURL(/\/en\/o\/sensoriknetz-oberland$/);

  await signInAs(owner, "partner");
  await takeIn(owner, { network: "ki-netz-mitte", email, page });
  await page.goto("/o");
  await expect(page).toHaveURL(/\/o$/);
  const desks = page.locator("main .netgrid").getByRole("link");
  await expect(desks).toHaveCount(2);
  await expectNoViolations(page, "desks to choose from");
  await desks.filter({ hasText: "KI-Netz" }).click();
  await expect(page).toHaveURL(/\/o\/ki-netz-mitte$/);
});
