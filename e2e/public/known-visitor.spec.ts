import { expect, test } from "../fixtures/test";
import { signInAs } from "../pages/desk-page";

test("cached pages lead whoever is signed in to their week, and everybody else to the sign-in", async ({
  person,
}) => {
  const { page } = await person("Anna");
  const header = page.getByRole("banner");
  const signIn = header.getByRole("link", { name: "Einloggen" });
  const mine = header.getByRole("link", { name: "Meine Woche" });

  await page.goto("/events");
  await expect(signIn).toBeVisible();
  await signInAs(page, "participant");
  for (const path of ["/", "/events", "/n/sensoriknetz-oberland"]) {
    await page.goto(path);
    await expect(mine).toHaveAttribute("href", "/me");
    await expect(signIn).toHaveCount(0);
  }

  await page.goto("/me");
  await page.getByRole("button", { name: "Ausloggen" }).click();
  await page.goto("/events");
  await expect(signIn).toBeVisible();
});
