import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { extractText, getDocumentProxy } from "unpdf";
import { expectNoViolations } from "../fixtures/accessibility";
import { patience } from "../fixtures/environment";
import { linkIn, mailOfKind, mailsTo } from "../fixtures/mailbox";
import { expect, test } from "../fixtures/test";
import { holdWebinar, joinLive } from "../pages/live-event";
import { openRegistration, register } from "../pages/registering";
import { RoomPage } from "../pages/room-page";

const DESK = "/o/sensoriknetz-oberland/e";
const small = { viewport: { width: 800, height: 600 } };

const line = (page: Page, name: string) => page.locator(`[data-line="${name}"]`);

async function saved(page: Page, button: string): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: button, exact: true }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

test("a host sees who is there and who is missing, reminds them, and afterwards the numbers agree everywhere", async ({
  person,
}) => {
  test.setTimeout(patience(240));
  const henrike = await person("Henrike", { devices: true, viewport: { width: 1280, height: 800 } });
  const [lea, noah, hall] = [
    await person("Lea", small),
    await person("Noah", small),
    await person("Saal", small),
  ];
  const title = `Auf einen Blick ${crypto.randomUUID().slice(0, 8)}`;
  const { slug } = await holdWebinar(henrike, title);
  await joinLive(lea, slug);
  await register(noah, slug);

  // The room has no plots: what draws them comes with the hosts' page, and there on a click.
  const desk = await henrike.page.context().newPage();
  await desk.goto(`/console/${slug}`);
  await desk.getByRole("button", { name: "Auf einen Blick" }).click();
  await expect(line(desk, "here")).toHaveText("2", { timeout: patience(30) });
  await expect(line(desk, "came")).toHaveText("1");
  await expect(line(desk, "missing")).toContainText("Eine Person mit Platz online");
  await expect(line(desk, "peak")).toHaveText("2", { timeout: patience(60) });
  await expect(desk.locator(".recharts-area-area")).toBeVisible();
  await desk.getByText("Als Tabelle").click();
  await expect(desk.getByRole("columnheader", { name: "Anwesende" })).toBeVisible();
  await desk.getByText("Namen zeigen").click();
  await expect(desk.getByRole("listitem").filter({ hasText: noah.name })).toBeVisible();
  await expectNoViolations(desk, "numbers at a glance");

  const known = new Set((await mailsTo(noah.email)).map(({ id }) => id));
  await desk.getByRole("button", { name: "Eine Person erinnern" }).click();
  await expect(desk.getByText(/erinnert um/)).toBeVisible();
  await expect(desk.getByRole("button", { name: "Eine Person erinnern" })).toHaveCount(0);
  const reminder = await mailOfKind(noah.email, "registration.live", known);
  await noah.page.goto(linkIn(reminder, "?next=room"));
  const late = new RoomPage(noah.page);
  await late.expectFact("state", "waiting");
  await late.enter();
  await late.expectInside("main");
  // B15: what hosts see is at most five seconds old.
  await expect(line(desk, "here")).toHaveText("3", { timeout: patience(5) });
  await expect(line(desk, "missing")).toHaveText("Niemand fehlt.");

  // The hall's screen opens by its address alone, and names nobody who is there.
  await desk.getByRole("button", { name: "Adresse anlegen" }).click();
  const address = await desk.getByRole("link", { name: "Wand öffnen" }).getAttribute("href");
  const wall = hall.page;
  await wall.goto(address ?? "");
  await expect(wall.getByRole("heading", { name: title })).toBeVisible();
  await expect(line(wall, "online")).toHaveText("3");
  for (const name of [lea.name, noah.name]) await expect(wall.getByText(name)).toHaveCount(0);
  await expectNoViolations(wall, "the wall of a hall");
  await desk.getByRole("button", { name: "Neue Adresse" }).click();
  await expect(wall.getByText("Diese Adresse gilt nicht mehr.")).toBeVisible({ timeout: patience(20) });

  await desk.goto(`${DESK}/${slug}/report`);
  await desk.getByRole("checkbox", { name: "Bescheinigungen anbieten" }).check();
  await desk.getByRole("spinbutton", { name: "Ab wie vielen Minuten" }).fill("1");
  await desk.getByRole("button", { name: "Speichern" }).click();
  await expect(desk.getByText("Gespeichert.")).toBeVisible();

  await desk.goto(`/console/${slug}`);
  await desk.getByRole("button", { name: "Für alle beenden" }).click();
  await desk.getByRole("button", { name: "Ja, jetzt beenden" }).click();
  const steps = lea.page.getByRole("group", { name: "Wie war es?" });
  await steps.getByRole("button", { name: "Gut", exact: true }).click();
  await expect(steps.getByText("Danke für Ihre Rückmeldung.")).toBeVisible();
  await expectNoViolations(lea.page, "feedback after the end");

  await openRegistration(lea);
  await expect(lea.page.getByRole("button", { name: "Gut", exact: true })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  const paper = await saved(lea.page, "Als PDF herunterladen");
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(paper.bytes)), {
    mergePages: true,
  });
  expect(text).toContain(lea.name);
  expect(text).toContain(title);
  await desk.goto(`${DESK}/${slug}/report`);
  const presence = desk.locator("[data-section='presence']");
  for (const [name, count] of [
    ["came", "2"],
    ["people", "3"],
    ["peak", "3"],
  ] as const)
    await expect(presence.locator(`[data-line="${name}"]`)).toHaveText(count);
  await expect(desk.getByText("Was die Rückmeldungen sagen, steht hier ab fünf Personen.")).toBeVisible();
  for (const name of [lea.name, noah.name]) await expect(desk.getByText(name)).toHaveCount(0);
  await expectNoViolations(desk, "the report");
  const json = await saved(desk, "JSON");
  expect(JSON.parse(json.bytes.toString("utf8"))).toMatchObject({
    version: 1,
    event: { slug },
    came: { door: 0, online: 2 },
    stayed: { people: 3, peak: 3 },
    feedback: { people: 1, told: null },
  });
  const csv = (await saved(desk, "CSV")).bytes.toString("utf8");
  expect(csv).toContain('"Anwesenheit","Höchststand",3\r\n');
  expect((await saved(desk, "PDF")).bytes.subarray(0, 5).toString()).toBe("%PDF-");
});
