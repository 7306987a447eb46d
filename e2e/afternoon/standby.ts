import { expect } from "@playwright/test";
import { z } from "zod";
import { sql } from "../fixtures/database";
import { patience } from "../fixtures/environment";
import { mailsTo, mailWithSubject } from "../fixtures/mailbox";
import { type Afternoon, done, json, pageOf, personOf, slotIn, untilAfter } from "./afternoon";
import { ADA, askedLater, missing, SECOND_CHOICE, STANDBY } from "./script";

/**
 * Nobody comes. The other side is sent for, and after five minutes Ada gives the talk up, is offered whoever fits best of
 * those who are free, and asks the first of them.
 */
export async function giveUp(afternoon: Afternoon): Promise<void> {
  const page = pageOf(afternoon, ADA);
  const waiting = page.getByTestId("talk-waiting");
  const nudged = { timeout: untilAfter(afternoon, missing.slot, 120) };
  await expect(waiting).toContainText("ist noch nicht da und wurde erinnert", nudged);
  await expectNudge(afternoon, missing);
  const release = waiting.getByRole("button", { name: "Freigeben" });
  await release.click({ timeout: untilAfter(afternoon, missing.slot, 300) });

  const offered = page.getByTestId("standby");
  await expect(offered).toContainText("Ihre Zeit ist frei", { timeout: patience(20) });
  const [best, second] = [STANDBY.person, SECOND_CHOICE].map((nth) => personOf(afternoon, nth).name);
  const offers = offered.getByRole("link", { name: / anfragen$/ });
  await expect(offers.first()).toHaveText(`${best} anfragen`);
  await expect(offers.filter({ hasText: `${second} anfragen` }), "fits in one direction").toBeVisible();
  await askFirst(afternoon);
  await offered.getByRole("button", { name: "Vorschläge schließen" }).click();
}

/** Whoever is missing from a talk hears by mail that the partner waits. */
export async function expectNudge(
  afternoon: Afternoon,
  { person, partner }: { person: number; partner: number },
): Promise<void> {
  const { email } = personOf(afternoon, person);
  await mailWithSubject(email, `${personOf(afternoon, partner).name} wartet auf Sie`);
}

/** In a window beside the room, which goes on meanwhile. */
async function askFirst(afternoon: Afternoon): Promise<void> {
  const page = pageOf(afternoon, ADA);
  const { name, email } = personOf(afternoon, STANDBY.person);
  const opened = page.waitForEvent("popup");
  await page
    .getByTestId("standby")
    .getByRole("link", { name: `${name} anfragen` })
    .click();
  const sheet = await opened;
  await expect(sheet.getByRole("heading", { name: `Treffen mit ${name}` })).toBeVisible();
  const slots = sheet.getByRole("checkbox");
  await expect(slots).toHaveCount(1);
  await expect(slots).toHaveValue(slotIn(afternoon, STANDBY.slot));
  await sheet.getByRole("button", { name: "Senden" }).click();
  await expect(sheet.getByText("Ihre Anfrage ist unterwegs.")).toBeVisible();
  await sheet.close();
  // Whoever is asked has it by mail, and says yes.
  await expect
    .poll(async () => (await mailsTo(email)).map(({ kind }) => kind), { timeout: patience(60) })
    .toContain("meeting.accepted");
}

/** Whoever is asked to step in says yes as soon as the mail is there. */
export async function acceptAsStandby(afternoon: Afternoon): Promise<void> {
  const { visitor, email, personId } = personOf(afternoon, STANDBY.person);
  await expect
    .poll(async () => (await mailsTo(email)).map(({ kind }) => kind), {
      message: "somebody is asked to step in",
      timeout: Date.parse(slotIn(afternoon, STANDBY.slot)) - Date.now(),
      intervals: [2_000],
    })
    .toContain("meeting.requested");
  const [request] = await sql(
    z.object({ id: z.string() }),
    "select id from meeting_requests where event_id = $1 and to_person_id = $2 and status = 'requested'",
    [afternoon.event.id, personId],
  );
  const said = { answer: slotIn(afternoon, STANDBY.slot) };
  const path = `/api/meetings/${request?.id}/answer`;
  done(await visitor.ask(path, { json: said, headers: json }), "stepping in");
  afternoon.asked.push(askedLater);
  afternoon.talks.push({ slot: STANDBY.slot, people: [ADA, STANDBY.person] });
}
