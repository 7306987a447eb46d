import { baseUrl } from "../fixtures/environment";
import { expect, test } from "../fixtures/test";
import { signInAs } from "../pages/desk-page";

const EVENT = "befunde-in-einer-stunde";

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

test("whoever is signed in has the form of an event filled in, and nobody after them", async ({ person }) => {
  const { page } = await person("Anna");
  const form = page.locator("form[action='/api/registrations']");
  const fillIn = form.getByRole("link", { name: "Mit Ihren Angaben ausfüllen" });
  const email = form.getByRole("textbox", { name: "E-Mail" });

  await signInAs(page, "participant");
  await page.goto("/me/profile");
  const name = await page.getByRole("textbox", { name: "Name" }).inputValue();
  expect(name).not.toBe("");
  for (const path of [`/e/${EVENT}`, `/e/${EVENT}/register`]) {
    await page.goto(path);
    await expect(form.getByRole("textbox", { name: "Name" })).toHaveValue(name);
    await expect(email).toHaveValue(/@example\.org$/);
    await expect(fillIn).toHaveCount(0);
  }
  // What somebody has typed for another address stays theirs.
  await page.route("/api/me/known", (route) => route.fulfill({ json: { known: null } }));
  await page.goto(`/e/${EVENT}`);
  await expect(fillIn).toBeVisible();
  await email.fill("kollegin@example.org");
  await page.unroute("/api/me/known");
  await page.reload();
  await expect(email).toHaveValue("kollegin@example.org");
  await expect(form.getByRole("textbox", { name: "Name" })).toHaveValue("");
  await expect(fillIn).toBeVisible();

  await page.goto("/me");
  await page.getByRole("button", { name: "Ausloggen" }).click();
  for (const path of [`/e/${EVENT}`, `/e/${EVENT}/register`]) {
    await page.goto(path);
    await expect(email).toHaveValue("");
    await expect(fillIn).toHaveCount(0);
  }
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
