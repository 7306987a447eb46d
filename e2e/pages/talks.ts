import { expect } from "@playwright/test";
import { z } from "zod";
import { sql } from "../fixtures/database";
import { linkIn, mailOfKind } from "../fixtures/mailbox";
import type { Person } from "../fixtures/test";
import { openRegistration, register } from "./registering";

/** Live all day, with talks by appointment. */
export const TALK_EVENT = "angebote-treffen-gesuche";

export async function personIdOf({ email }: Person): Promise<string> {
  const [row] = await sql(z.object({ id: z.string() }), "select id from people where email = $1", [email]);
  if (!row) throw new Error(`${email} is nobody yet`);
  return row.id;
}

/** Registered for talks, with the mailed link opened. */
export async function takeTalks(...people: Person[]): Promise<void> {
  for (const one of people) {
    await register(one, TALK_EVENT, { talks: true });
    await openRegistration(one);
    // Opening the link was no act; this button is the first.
    await one.page.getByRole("button", { name: "Gespräche planen" }).click();
    await expect(one.page).toHaveURL(/\/me\/talks/);
  }
}

/** Asked and answered by one click each; answers with nothing else than what both pages say. */
export async function agree(asking: Person, asked: Person): Promise<void> {
  // Asked with three common slots ticked and the note written: one click.
  await asking.page.goto(`/me/talks/ask?event=${TALK_EVENT}&with=${await personIdOf(asked)}`);
  await expect(asking.page.getByRole("heading", { name: `Treffen mit ${asked.name}` })).toBeVisible();
  await expect(asking.page.getByRole("checkbox", { checked: true })).toHaveCount(3);
  await asking.page.getByRole("button", { name: "Senden" }).click();
  await expect(asking.page.getByText("Ihre Anfrage ist unterwegs.")).toBeVisible();

  // Answered on the page of the mail: one click.
  const mail = await mailOfKind(asked.email, "meeting.requested");
  expect(mail.text).not.toContain(asking.email);
  await asked.page.goto(linkIn(mail, "/t/"));
  await expect(asked.page.getByRole("heading", { name: `${asking.name} möchte Sie treffen` })).toBeVisible();
  await asked.page.locator("button[name=answer]").first().click();
  await expect(asked.page.getByText("Das Gespräch ist vereinbart")).toBeVisible();
  await expect(asked.page.getByRole("heading", { name: `Gespräch mit ${asking.name}` })).toBeVisible();
}
