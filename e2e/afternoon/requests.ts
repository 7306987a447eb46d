import { expect } from "@playwright/test";
import { z } from "zod";
import { type Afternoon, done, json, pageOf, personOf, slotIn } from "./afternoon";
import { ADA, asked, BEN, CEM, COUNTERED_SLOT, DORA, FAR_ZONE, isBot, startOf } from "./script";

const requestOf = z.object({ requestId: z.string() });

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
  for (const { from, to, slot, becomes } of asked.filter((wish) => isBot(wish.from) && isBot(wish.to))) {
    const requestId = await ask(afternoon, from, { to, slot });
    if (becomes === "open") continue;
    const said = { answer: becomes === "declined" ? "decline" : slotIn(afternoon, slot) };
    const path = `/api/meetings/${requestId}/answer`;
    const { visitor } = personOf(afternoon, to);
    done(await visitor.ask(path, { json: said, headers: json }), `${to} answers ${from}`);
  }
}

/** When the slot of the counter-proposal begins, on the clock of a zone. */
const clockIn = (afternoon: Afternoon, timeZone: string) =>
  new Intl.DateTimeFormat("de-DE", { hour: "2-digit", minute: "2-digit", timeZone }).format(
    startOf(afternoon.first, COUNTERED_SLOT),
  );

const requestsPage = ({ event }: Afternoon) => `/me/talks?event=${event.slug}&tab=requests`;

/** From the page about asking somebody: these slots and no others. */
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

async function accepted(afternoon: Afternoon): Promise<void> {
  await askInPage(afternoon, BEN, { to: DORA, slots: [0] });
  const dora = pageOf(afternoon, DORA);
  await dora.goto(requestsPage(afternoon));
  await dora.locator(`button[name=answer][value="${slotIn(afternoon, 0)}"]`).click();
  await expect(dora.getByText("Das Gespräch ist vereinbart.")).toBeVisible();
}

async function countered(afternoon: Afternoon): Promise<void> {
  await askInPage(afternoon, CEM, { to: ADA, slots: [2] });
  const [ada, cem] = [pageOf(afternoon, ADA), pageOf(afternoon, CEM)];
  await ada.goto(requestsPage(afternoon));
  await ada.getByRole("link", { name: `Anderer Termin: ${personOf(afternoon, CEM).name}` }).click();
  const instead = slotIn(afternoon, COUNTERED_SLOT);
  await ada.locator(`input[name=slots][value="${instead}"]`).check();
  await ada.getByRole("button", { name: "Vorschlagen" }).click();
  await expect(ada.getByText("Ihr Vorschlag ist unterwegs.")).toBeVisible();
  await cem.goto(requestsPage(afternoon));
  const yes = cem.locator(`button[name=answer][value="${instead}"]`);
  // Both clocks: that of the event, and that of where Cem is.
  for (const zone of ["Europe/Berlin", FAR_ZONE]) await expect(yes).toContainText(clockIn(afternoon, zone));
  await yes.click();
  await expect(cem.getByText("Das Gespräch ist vereinbart.")).toBeVisible();
}

async function declined(afternoon: Afternoon): Promise<void> {
  await ask(afternoon, 4, { to: DORA, slot: 1 });
  const dora = pageOf(afternoon, DORA);
  await dora.goto(requestsPage(afternoon));
  await dora.getByRole("button", { name: "Nein danke" }).click();
  await expect(dora.getByText("Sie haben abgesagt.")).toBeVisible();
}

/** Ben asks Dora and is accepted; Cem, who reads two clocks, asks Ada and gets another time; Dora says no. */
export async function askInBrowsers(afternoon: Afternoon): Promise<void> {
  await accepted(afternoon);
  await countered(afternoon);
  await declined(afternoon);
}
