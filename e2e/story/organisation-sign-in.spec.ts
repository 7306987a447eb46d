import { expectNoViolations } from "../fixtures/accessibility";
import { openOrganisation } from "../fixtures/organisation";
import { expect, test } from "../fixtures/test";
import { Visitor } from "../fixtures/visitor";
import { freshAddress } from "../security/registering-over-http";

const BUTTON = "Mit Musterwerk einloggen";

test("an office signs in with its organisation's button, and is the same person as by mail", async ({
  person,
}) => {
  const email = freshAddress("buero");
  const account = {
    sub: crypto.randomUUID(),
    email: email.toUpperCase(),
    email_verified: true,
    name: "Ida von Nebenan",
  };
  const organisation = await openOrganisation(account);
  try {
    const { page } = await person("Ida");
    await page.goto("/o");
    await expect(page).toHaveURL(/\/login\?next=/);
    await expectNoViolations(page, "the sign-in page with an organisation");
    expect(organisation.asked, "nobody is asked before the button is pressed").toEqual([]);
    await page.getByRole("button", { name: BUTTON }).click();
    await expect(page).toHaveURL(/\/o$/);

    const byMail = await new Visitor().signInByMail(email);
    expect((await byMail.ask("/me/profile")).text).toContain(account.name);
  } finally {
    await organisation.close();
  }
});

test("an address that is not verified, and a provider that is away, lead to a page that says what to do", async ({
  person,
}) => {
  const account = { sub: crypto.randomUUID(), email: freshAddress("offen"), email_verified: false };
  const organisation = await openOrganisation(account);
  const { page } = await person("Uwe");
  try {
    await page.goto("/login");
    await page.getByRole("button", { name: BUTTON }).click();
    await expect(page.getByText("Musterwerk hat Ihre E-Mail-Adresse noch nicht bestätigt.")).toBeVisible();
    await expectNoViolations(page, "an address that is not verified");
  } finally {
    await organisation.close();
  }
  await page.getByRole("button", { name: "Noch einmal versuchen" }).click();
  await expect(page.getByText("Musterwerk ist gerade nicht erreichbar.")).toBeVisible();
  await page.getByRole("link", { name: "Mit E-Mail einloggen" }).click();
  await expect(page.getByRole("textbox", { name: "E-Mail-Adresse" })).toBeVisible();
});
