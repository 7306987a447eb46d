import { expect, type Page } from "@playwright/test";
import { z } from "zod";
import type { Visitor } from "../fixtures/visitor";
import type { Planned } from "../security/planning-over-http";
import { type Attendee, done } from "./people";
import { ADA, asked, BEN, booked, CEM, DORA, FAR_ZONE, startOf, WITH_BROWSER } from "./script";

const json = { accept: "application/json" };
const requestOf = z.object({ requestId: z.string() });
export type Afternoon = { event: Planned; people: readonly Attendee[]; organizer: Visitor; first: number };

export function personOf({ people }: Pick<Afternoon, "people">, nth: number): Attendee {
  const person = people[nth];
  if (!person) throw new Error(`nobody has number ${nth}`);
  return person;
}

export function pageOf(afternoon: Pick<Afternoon, "people">, nth: number): Page {
  const { browser } = personOf(afternoon, nth);
  if (!browser) throw new Error(`number ${nth} has no browser`);
  return browser.page;
}

const slotIn = ({ first }: Afternoon, slot: number) => new Date(startOf(first, slot)).toISOString();

async function ask(afternoon: Afternoon, from: number, { to, slot }: { to: number; slot: number }) {
  const said = {
    ...{ eventId: afternoon.event.id, toPersonId: personOf(afternoon, to).personId },
    ...{ slots: [slotIn(afternoon, slot)], note: "" },
  };
  const answer = await personOf(afternoon, from).visitor.ask("/api/meetings", { json: said, headers: json });
  return requestOf.parse(JSON.parse(done(answer, `${from} asks ${to}`).text)).requestId;
}

/** What people without browsers ask of each other, and answer. */
export async function askOverHttp(afternoon: Afternoon): Promise<void> {
  const isBot = (nth: number) => !WITH_BROWSER.some((one) => one === nth);
  for (const { from, to, slot, becomes } of asked.filter((wish) => isBot(wish.from) && isBot(wish.to))) {
    const requestId = await ask(afternoon, from, { to, slot });
    if (becomes === "open") continue;
    const said = { answer: becomes === "declined" ? "decline" : slotIn(afternoon, slot) };
    const path = `/api/meetings/${requestId}/answer`;
    const { visitor } = personOf(afternoon, to);
    done(await visitor.ask(path, { json: said, headers: json }), `${to} answers ${from}`);
  }
}

/** When the second slot begins, on the clock of a zone. */
const clockIn = (afternoon: Afternoon, timeZone: string) =>
  new Intl.DateTimeFormat("de-DE", { hour: "2-digit", minute: "2-digit", timeZone }).format(
    startOf(afternoon.first, 1),
  );

const requestsPage = ({ event }: Afternoon) => `/me/talks?event=${event.slug}&tab=requests`;

async function askInPage(afternoon: Afternoon, from: number, { to, slots }: { to: number; slots: number[] }) {
  const page = pageOf(afternoon, from);
  const { personId, name } = personOf(afternoon, to);
  await page.goto(`/me/talks/ask?event=${afternoon.event.slug}&with=${personId}`);
  await expect(page.getByRole("heading", { name: `Treffen mit ${name}` })).toBeVisible();
  const wanted = slots.map((slot) => slotIn(afternoon, slot));
  for (const box of await page.getByRole("checkbox").all())
    await box.setChecked(wanted.includes((await box.getAttribute("value")) ?? ""));
  await page.getByRole("button", { name: "Senden" }).click();
  await expect(page.getByText("Ihre Anfrage ist unterwegs.")).toBeVisible();
}

/** Ada asks Ben and is accepted; Cem, who reads two clocks, asks Ada and gets another time; Dora says no. */
export async function askInBrowsers(afternoon: Afternoon): Promise<void> {
  await askInPage(afternoon, ADA, { to: BEN, slots: [0] });
  const ben = pageOf(afternoon, BEN);
  await ben.goto(requestsPage(afternoon));
  await ben.locator(`button[name=answer][value="${slotIn(afternoon, 0)}"]`).click();
  await expect(ben.getByText("Das Gespräch ist vereinbart.")).toBeVisible();

  await askInPage(afternoon, CEM, { to: ADA, slots: [2] });
  const [ada, cem] = [pageOf(afternoon, ADA), pageOf(afternoon, CEM)];
  await ada.goto(requestsPage(afternoon));
  await ada.getByRole("link", { name: `Anderer Termin: ${personOf(afternoon, CEM).name}` }).click();
  await ada.locator(`input[name=slots][value="${slotIn(afternoon, 1)}"]`).check();
  await ada.getByRole("button", { name: "Vorschlagen" }).click();
  await expect(ada.getByText("Ihr Vorschlag ist unterwegs.")).toBeVisible();
  await cem.goto(requestsPage(afternoon));
  const yes = cem.locator(`button[name=answer][value="${slotIn(afternoon, 1)}"]`);
  // Both clocks: that of the event, and that of where Cem is.
  for (const zone of ["Europe/Berlin", FAR_ZONE]) await expect(yes).toContainText(clockIn(afternoon, zone));
  await yes.click();
  await expect(cem.getByText("Das Gespräch ist vereinbart.")).toBeVisible();

  await ask(afternoon, 4, { to: DORA, slot: 0 });
  const dora = pageOf(afternoon, DORA);
  await dora.goto(requestsPage(afternoon));
  await dora.getByRole("button", { name: "Nein danke" }).click();
  await expect(dora.getByText("Nein danke").first()).toBeHidden();
}

/** What the organizer books for others, at the door of the desk. */
export async function bookByOffice(afternoon: Afternoon): Promise<void> {
  const { event, organizer } = afternoon;
  for (const { slot, people } of booked) {
    const [one, other] = people.map((nth) => personOf(afternoon, nth).personId);
    const said = { one, other, startsAt: slotIn(afternoon, slot) };
    const path = `/api/events/${event.id}/talks`;
    done(await organizer.ask(path, { json: said, headers: json }), `booking ${people.join(" and ")}`);
  }
}
