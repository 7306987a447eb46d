import { baseUrl } from "../fixtures/environment";
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

test("what somebody typed while signed in is shown to nobody who signs in after them on the same machine", async ({
  person,
}) => {
  const { page } = await person("Anna");
  await signInAs(page, "participant");
  await page.goto("/me/profile");
  const name = page.getByRole("textbox", { name: "Name" });
  const organisation = page.getByRole("textbox", { name: /^Organisation/ });
  await name.fill("");
  await organisation.fill("Vertrauliches Vorhaben");
  await page.getByRole("button", { name: "Profil speichern" }).click();
  await expect(name).toHaveAttribute("aria-invalid", "true");
  await expect(organisation).toHaveValue("Vertrauliches Vorhaben");

  const next = { form: { persona: "organizer" }, headers: { origin: baseUrl } };
  expect((await page.request.post("/api/dev/sign-in", next)).ok()).toBe(true);
  await page.goto("/me/profile");
  await expect(name).not.toHaveValue("");
  await expect(organisation).not.toHaveValue("Vertrauliches Vorhaben");
});
