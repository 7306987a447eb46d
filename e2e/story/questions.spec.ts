import type { Locator, Page } from "@playwright/test";
import { expectNoViolations } from "../fixtures/accessibility";
import { patience } from "../fixtures/environment";
import { expect, test } from "../fixtures/test";
import { holdWebinar, joinLive } from "../pages/live-event";

const small = { viewport: { width: 800, height: 600 } };

const questionIn = (place: Page | Locator, text: string) =>
  place.getByTestId("question").filter({ hasText: text });

async function ask(panel: Locator, text: string, { anonymous = false } = {}) {
  await panel.getByRole("textbox", { name: "Ihre Frage" }).fill(text);
  if (anonymous) await panel.getByRole("checkbox", { name: "Ohne meinen Namen fragen" }).check();
  await panel.getByRole("button", { name: "Frage stellen" }).click();
  await expect(questionIn(panel, text)).toBeVisible();
}

test("a webinar asks: votes, no names, merged, on the stage, answered in writing", async ({ person }) => {
  test.setTimeout(patience(180));
  const henrike = await person("Henrike", { devices: true });
  const [lea, zoe] = [await person("Lea", small), await person("Zoe", small)];
  const { slug, room: host } = await holdWebinar(henrike, `Fragestunde ${crypto.randomUUID().slice(0, 8)}`);
  const leaPanel = await (await joinLive(lea, slug)).openPanel("questions");
  const zoePanel = await (await joinLive(zoe, slug)).openPanel("questions");
  const hostPanel = await host.openPanel("questions");

  await ask(leaPanel, "Wann gibt es eine Pause mit Kaffee?", { anonymous: true });
  for (const panel of [zoePanel, hostPanel]) {
    const asked = questionIn(panel, "Pause mit Kaffee");
    await expect(asked).toContainText("ohne Namen");
    await expect(asked).not.toContainText("Lea");
  }
  await zoePanel.getByRole("button", { name: /^Dafür stimmen: Wann gibt es eine Pause/ }).click();
  const counted = /^Dafür stimmen: Wann gibt es eine Pause.*1 Stimme$/;
  await expect(hostPanel.getByRole("button", { name: counted })).toBeVisible();
  await expect(questionIn(leaPanel, "Pause mit Kaffee")).toContainText("1 Stimme");

  await ask(zoePanel, "Gibt es Kaffee?");
  await questionIn(hostPanel, "Gibt es Kaffee?")
    .getByRole("button", { name: /^Aktionen/ })
    .click();
  await henrike.page.getByRole("menuitem", { name: "Zusammenlegen mit …" }).click();
  const merging = henrike.page.getByRole("dialog", { name: "Mit welcher Frage zusammenlegen?" });
  await merging.getByRole("radio", { name: /Pause mit Kaffee/ }).check();
  await merging.getByRole("button", { name: "Zusammenlegen", exact: true }).click();
  await expect(hostPanel.getByText("1 gleiche Frage")).toBeVisible();

  // By keyboard: focus goes along with the question to where it stands now.
  await hostPanel.getByRole("button", { name: /^Auf die Bühne: Wann gibt es eine Pause/ }).press("Enter");
  await expect(
    hostPanel.getByRole("button", { name: /^Mündlich beantwortet: Wann gibt es eine Pause/ }),
  ).toBeFocused();
  await expect(zoe.page.getByTestId("pinned-question")).toContainText("Pause mit Kaffee");
  await expectNoViolations(zoe.page, "a question on the stage");
  await questionIn(hostPanel, "Pause mit Kaffee")
    .getByRole("button", { name: /^Aktionen/ })
    .click();
  await henrike.page.getByRole("menuitem", { name: "Schriftlich antworten" }).click();
  const writing = henrike.page.getByRole("dialog", { name: "Schriftlich antworten" });
  await writing.getByRole("textbox", { name: "Antwort" }).fill("Um elf.");
  await writing.getByRole("button", { name: "Antworten", exact: true }).click();
  await expect(zoe.page.getByTestId("pinned-question")).toHaveCount(0);
  await leaPanel.getByText("Beantwortet (1)").click();
  await expect(questionIn(leaPanel, "Pause mit Kaffee")).toContainText("Um elf.");
});

test("a panel that can't be fetched says so and takes nothing else with it", async ({ person }) => {
  const henrike = await person("Henrike", { devices: true });
  const { room } = await holdWebinar(henrike, `Ohne Netz ${crypto.randomUUID().slice(0, 8)}`);
  const { page } = henrike;
  const scripts = /\/_next\/static\/.*\.js/;
  await page.route(scripts, (route) => route.abort());
  const panel = await room.openPanel("questions");
  await expect(panel.getByRole("alert")).toContainText("konnte gerade nicht geladen werden");
  await room.expectInside("main");
  await page.unroute(scripts);
  await panel.getByRole("button", { name: "Noch einmal versuchen" }).click();
  await expect(panel.getByRole("textbox", { name: "Ihre Frage" })).toBeVisible();
});

test("the hall asks and votes by its code without signing in, a host lets it through, and the projector shows it", async ({
  person,
}) => {
  test.setTimeout(patience(180));
  const henrike = await person("Henrike", { devices: true });
  const phone = await person("Kim", { viewport: { width: 390, height: 844 } });
  const screen = await person("Leinwand", { viewport: { width: 1920, height: 1080 } });
  const { room: host } = await holdWebinar(henrike, `Im Saal ${crypto.randomUUID().slice(0, 8)}`);
  const panel = await host.openPanel("questions");
  await panel.getByRole("button", { name: "Fragen einstellen" }).click();
  const settings = henrike.page.getByRole("dialog", { name: "Fragen einstellen" });
  await settings.getByRole("switch", { name: "Fragen warten auf Freigabe" }).check();
  const addressOf = async (name: string) => {
    const part = settings.getByRole("region", { name });
    await part.getByRole("button", { name: "Adresse anlegen" }).click();
    const link = part.getByRole("link", { name: "Öffnen (neues Fenster)" });
    return (await link.getAttribute("href")) ?? "";
  };
  const [projector, hall] = [await addressOf("Projektion"), await addressOf("Fragen aus dem Saal")];
  await expectNoViolations(henrike.page, "how questions are taken");
  await henrike.page.keyboard.press("Escape");

  await screen.page.goto(projector);
  await expect(screen.page.getByRole("img", { name: /^QR-Code/ })).toBeVisible();
  await phone.page.goto(hall);
  await phone.page.getByRole("textbox", { name: "Ihre Frage" }).fill("Ist der Ton hinten gut?");
  await phone.page.getByRole("textbox", { name: "Ihr Name" }).fill("Reihe 7");
  await phone.page.getByRole("button", { name: "Frage stellen" }).click();
  await expect(questionIn(phone.page, "Ist der Ton hinten gut?")).toBeVisible();
  await expectNoViolations(phone.page, "the hall's page");
  await expect(screen.page.getByText("Noch keine Fragen.")).toBeVisible();

  await panel.getByRole("button", { name: "Freigeben: Ist der Ton hinten gut?" }).click();
  await expect(screen.page.getByText("Ist der Ton hinten gut?")).toBeVisible();
  await expect(screen.page.getByText("Reihe 7 · aus dem Saal")).toBeVisible();
  await expectNoViolations(screen.page, "the projector");

  await host.openPanel("console");
  await henrike.page.getByRole("button", { name: "Für alle beenden" }).click();
  await henrike.page.getByRole("button", { name: "Ja, jetzt beenden" }).click();
  await expect(
    phone.page.getByText("Die Veranstaltung ist beendet. Vielen Dank für Ihre Fragen."),
  ).toBeVisible();
  await expect(questionIn(phone.page, "Ist der Ton")).toHaveCount(0);
});
