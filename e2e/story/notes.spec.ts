import type { Locator } from "@playwright/test";
import { expectNoViolations } from "../fixtures/accessibility";
import { patience } from "../fixtures/environment";
import { expect, type Person, test } from "../fixtures/test";
import { holdWebinar, holdWorkshop, joinLive } from "../pages/live-event";

const small = { viewport: { width: 800, height: 600 } };
const withDevices = { devices: true, ...small };
const titled = (title: string) => `${title} ${crypto.randomUUID().slice(0, 8)}`;

const fieldIn = (panel: Locator) => panel.getByRole("textbox", { name: "Gemeinsame Notizen dieses Raums" });
const expectSaved = (panel: Locator) =>
  expect(panel.getByTestId("sheet-state")).toHaveAttribute("data-saved", "true", { timeout: patience(10) });

/** Every address that this person's page has asked for and that is not ours. */
function foreignRequests({ page }: Person): string[] {
  const foreign: string[] = [];
  page.on("request", (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (/^https?:$/.test(protocol) && hostname !== "localhost") foreign.push(request.url());
  });
  return foreign;
}

test("two people write in the same notes at once; both see the same, and it is there after a reload", async ({
  person,
}) => {
  test.setTimeout(patience(180));
  const henrike = await person("Henrike", { devices: true });
  const ada = await person("Ada", withDevices);
  const { slug, room: host } = await holdWorkshop(henrike, titled("Mitschrift"));
  const adaRoom = await joinLive(ada, slug);
  const foreign = foreignRequests(ada);
  const [hers, mine] = [await adaRoom.openPanel("notes"), await host.openPanel("notes")];
  await expectSaved(hers);
  await expectSaved(mine);

  await Promise.all([
    fieldIn(hers).pressSequentially("Ada schreibt. ", { delay: 20 }),
    fieldIn(mine).pressSequentially("Henrike schreibt. ", { delay: 20 }),
  ]);
  await expect(fieldIn(mine)).toHaveValue(/Ada schreibt\./, { timeout: patience(10) });
  await expect(fieldIn(hers)).toHaveValue(/Henrike schreibt\./, { timeout: patience(10) });
  expect(await fieldIn(hers).inputValue()).toBe(await fieldIn(mine).inputValue());
  await expectNoViolations(ada.page, "notes with words in them");

  // Undo by keyboard takes one's own words away and leaves the other's.
  await expectSaved(hers);
  await fieldIn(hers).press("Control+z");
  await expect(fieldIn(mine)).toHaveValue("Henrike schreibt. ", { timeout: patience(10) });

  await expectSaved(hers);
  await ada.page.reload();
  await adaRoom.expectInside("main");
  await expect(fieldIn(await adaRoom.openPanel("notes"))).toHaveValue("Henrike schreibt. ");
  expect(foreign).toEqual([]);
});

test("what a breakout wrote is its own until a host brings it to the plenary, as a file for everybody", async ({
  person,
}) => {
  test.setTimeout(patience(240));
  const henrike = await person("Henrike", { devices: true });
  const [ada, ben] = [await person("Ada", withDevices), await person("Ben", withDevices)];
  const { slug, room: host } = await holdWorkshop(henrike, titled("Ergebnisse"));
  const [adaRoom, benRoom] = [await joinLive(ada, slug), await joinLive(ben, slug)];
  await host.openPanel("breakouts");
  await henrike.page.getByRole("button", { name: "Von Hand" }).click();
  await henrike.page.getByRole("button", { name: "Räume vorbereiten" }).click();
  await henrike.page.getByRole("button", { name: /^Ada .*verschieben nach …$/ }).click();
  await henrike.page.getByRole("menuitem", { name: /^Raum 1/ }).click();
  await henrike.page.getByRole("button", { name: "Öffnen", exact: true }).click();

  await adaRoom.expectInside("breakout", 40);
  const hers = await adaRoom.openPanel("notes");
  await expect(hers).toContainText("Alle in diesem Gruppenraum lesen und schreiben mit");
  await fieldIn(hers).fill("Drei Punkte aus Raum 1");
  await expectSaved(hers);
  await host.openPanel("breakouts");
  await henrike.page.getByRole("button", { name: "Zurückrufen in 60 s" }).click();
  await adaRoom.expectInside("main", 90);

  const his = await benRoom.openPanel("notes");
  await expectSaved(his);
  await expect(his).not.toContainText("Raum 1");
  const desk = await host.openPanel("notes");
  await desk.getByRole("button", { name: /^Ins Plenum holen: .*Raum 1: Notizen$/ }).click();
  const save = his.getByRole("link", { name: /Raum 1: Notizen als Datei speichern$/ });
  await expect(save).toBeVisible({ timeout: patience(10) });
  await expectNoViolations(henrike.page, "what breakouts brought along");
  const [download] = await Promise.all([ben.page.waitForEvent("download"), save.click()]);
  expect(download.suggestedFilename()).toMatch(/-notes-\w+\.md$/);
  const parts: Buffer[] = [];
  for await (const part of await download.createReadStream()) parts.push(Buffer.from(part));
  expect(Buffer.concat(parts).toString("utf8")).toBe("Drei Punkte aus Raum 1\n");
});

test("in a webinar the audience reads along and cannot write", async ({ person }) => {
  test.setTimeout(patience(120));
  const henrike = await person("Henrike", { devices: true });
  const lea = await person("Lea", small);
  const { slug, room: host } = await holdWebinar(henrike, titled("Mitlesen"));
  const panel = await (await joinLive(lea, slug)).openPanel("notes");
  await expect(panel).toContainText("Sie können hier mitlesen.");
  const desk = await host.openPanel("notes");
  await fieldIn(desk).fill("Für alle");
  await expect(fieldIn(panel)).toHaveValue("Für alle", { timeout: patience(10) });
  await expect(fieldIn(panel)).toHaveAttribute("readonly", "");
});
