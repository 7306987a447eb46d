import { readFile } from "node:fs/promises";
import { extractText, getDocumentProxy } from "unpdf";
import { callAction } from "../fixtures/server-actions";
import { expect, test } from "../fixtures/test";
import { Visitor } from "../fixtures/visitor";
import { signInAs } from "../pages/desk-page";
import { moveEvent, planDraft } from "../security/planning-over-http";
import { freshAddress, registerOverHttp } from "../security/registering-over-http";

const NAME = "Jürgen Weiß-Größer";

test("the list and the badges of a door are loaded as PDFs that look the same everywhere", async ({
  person,
}) => {
  const organizer = await new Visitor().signInAs("organizer");
  const event = await planDraft(organizer, "Forum auf Papier");
  const seats = { eventId: event.id, capacity: "", onsiteCapacity: "50" };
  await callAction(organizer, {
    action: "actions/registration.ts#changeCapacityAction",
    page: event.page,
    form: seats,
  });
  await moveEvent(organizer, event, "publish");
  const registering = {
    slug: event.slug,
    email: freshAddress("papier"),
    name: NAME,
    attendance: "onsite",
  } as const;
  expect((await registerOverHttp(new Visitor(), registering)).status).toBe(200);

  const { page } = await person("Henrike");
  await signInAs(page, "organizer");
  for (const [paper, file] of [
    ["list", "door-list"],
    ["badges", "badges"],
  ] as const) {
    await page.goto(`/checkin/${event.slug}/${paper}`);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Als PDF laden" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`${file}-${event.slug}.pdf`);
    const pdf = await getDocumentProxy(new Uint8Array(await readFile(await download.path())));
    const { text, totalPages } = await extractText(pdf, { mergePages: true });
    expect(totalPages).toBe(1);
    expect(text.replace(/\s+/g, " ")).toContain(NAME.split("-")[0]);
  }
});

test("an event holds its reminder back until somebody has looked through it", async ({ person }) => {
  const organizer = await new Visitor().signInAs("organizer");
  const event = await planDraft(organizer, "Forum mit Durchsicht");
  await moveEvent(organizer, event, "publish");
  const { page } = await person("Henrike");
  await signInAs(page, "organizer");
  await page.goto(`${event.page}/mails`);
  await page.getByLabel("Erinnerung am Vortag und Dank erst nach Durchsicht").check();
  await page.getByRole("button", { name: "Übernehmen" }).click();
  const release = page.getByRole("button", { name: "Erinnerung einen Tag vorher freigeben" });
  await release.click();
  await expect(page.getByText("freigegeben", { exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByText("freigegeben", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Erinnerung einen Tag vorher doch zurückhalten" }).click();
  await expect(release).toBeVisible();
});
