import { expect } from "@playwright/test";
import { linkIn, type Mail, mailOfKind } from "../fixtures/mailbox";
import type { Person } from "../fixtures/test";
import { RoomPage } from "./room-page";

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

/** The confirmation mail of a person's newest registration. */
export const confirmationOf = ({ email }: Person): Promise<Mail> =>
  mailOfKind(email, "registration.confirmed");

/** The button of the mail: straight to the room's door. */
export async function enterByMail(person: Person): Promise<RoomPage> {
  await person.page.goto(linkIn(await confirmationOf(person), "?next=room"));
  const room = new RoomPage(person.page);
  await room.expectFact("state", "waiting");
  await room.enter();
  return room;
}

/** The mail's other link: one's own registration. */
export async function openRegistration(person: Person): Promise<void> {
  const { text } = await confirmationOf(person);
  const link = text.match(/\S+\/j\/\S+/g)?.find((one) => !one.includes("?"));
  if (!link) throw new Error("the mail has no link to the registration");
  await person.page.goto(link);
  await expect(person.page).toHaveURL(/\/r\/reg_/);
}
