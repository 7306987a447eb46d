import { expect } from "@playwright/test";
import { linkIn, type Mail, mailOfKind } from "../fixtures/mailbox";
import type { Person } from "../fixtures/test";

/** Registers on the event page as B01 promises: at most three fields and two clicks, without a password. */
export async function register(
  person: Person,
  slug: string,
  options: { talks?: boolean } = {},
): Promise<void> {
  const { page } = person;
  await page.goto(`/e/${slug}`);
  const form = page.locator("form[action='/api/registrations']");
  await expect(form.getByRole("textbox")).toHaveCount(3);
  await form.getByRole("textbox", { name: "Name" }).fill(person.name);
  await form.getByRole("textbox", { name: "E-Mail" }).fill(person.email);
  await form.getByRole("textbox", { name: /^Organisation/ }).fill("Beispielwerk");
  if (options.talks) await form.getByRole("checkbox", { name: /1:1-Gespräche/ }).check();
  await form.getByRole("button", { name: "Verbindlich anmelden" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sie sind dabei");
}

/** Opens the personal link of the confirmation mail and returns the mail. */
export async function followMail(person: Person): Promise<Mail> {
  const mail = await mailOfKind(person.email, "registration.confirmed");
  await person.page.goto(linkIn(mail, "/j/"));
  return mail;
}
