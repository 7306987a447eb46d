import { expectNoViolations } from "../fixtures/accessibility";
import { patience } from "../fixtures/environment";
import { expect, test } from "../fixtures/test";
import { holdWebinar, joinLive } from "../pages/live-event";

const QUESTION = "Womit fangen Sie an?";

test("a host asks, guests answer by keyboard, the result is the host's until it is shared", async ({
  person,
}) => {
  test.setTimeout(patience(150));
  const henrike = await person("Henrike", { devices: true });
  const lea = await person("Lea", { viewport: { width: 800, height: 600 } });
  const zoe = await person("Zoe", { viewport: { width: 390, height: 800 } });
  const { slug, room: host } = await holdWebinar(henrike, "Umfrage im Webinar");
  const leaRoom = await joinLive(lea, slug);
  await joinLive(zoe, slug);

  const panel = await host.openPanel("polls");
  await panel.getByRole("button", { name: "Umfrage vorbereiten" }).click();
  await panel.getByLabel("Frage", { exact: true }).fill(QUESTION);
  await panel.getByLabel("Antworten", { exact: true }).fill("Messen\n* Sichten\nWarten");
  await panel.getByRole("button", { name: "Speichern" }).click();
  await panel.getByRole("button", { name: `„${QUESTION}“ starten` }).click();
  await expect(panel.getByText("Noch keine Antwort")).toBeVisible();

  const card = lea.page.getByTestId("poll-card");
  await expect(card.getByRole("heading", { name: QUESTION })).toBeVisible();
  await expect(lea.page.getByTestId("polite")).toContainText(`Neue Umfrage: ${QUESTION}`);
  await expectNoViolations(lea.page, "card of a poll");
  await card.getByRole("radio", { name: "Messen" }).focus();
  await lea.page.keyboard.press("ArrowDown");
  await card.getByRole("button", { name: "Antworten" }).press("Enter");
  await expect(card).toHaveCount(0);

  const onPhone = zoe.page.getByTestId("poll-card");
  await onPhone.getByRole("radio", { name: "Messen" }).check();
  await onPhone.getByRole("button", { name: "Antworten" }).click();
  await expect(panel.getByText("2 Antworten")).toBeVisible();
  await expect(panel.getByRole("row", { name: /^Sichten.* 1 50/ })).toBeVisible();

  // Changed while it is open; nobody but the host sees numbers.
  const leaPanel = await leaRoom.openPanel("polls");
  await expect(leaPanel.getByRole("table")).toHaveCount(0);
  await leaPanel.getByRole("radio", { name: "Warten" }).check();
  await leaPanel.getByRole("button", { name: "Antwort ändern" }).click();
  await expect(panel.getByRole("row", { name: /^Warten 1 50/ })).toBeVisible();
  await leaRoom.closePanel();

  await panel.getByRole("button", { name: "Beenden" }).click();
  await panel.getByRole("button", { name: "Ergebnis teilen" }).click();
  const told = lea.page.getByTestId("poll-card");
  await expect(told.getByRole("row", { name: /^Sichten richtig 0 0/ })).toBeVisible();
  await expect(told.getByRole("row", { name: /^Warten Ihre Antwort 1 50/ })).toBeVisible();
  await expectNoViolations(lea.page, "card of a result");
  await told.getByRole("button", { name: "Schließen" }).focus();
  await lea.page.keyboard.press("Escape");
  await expect(told).toHaveCount(0);
});

test("reactions of somebody who only watches rise for everybody, and stand still where motion is reduced", async ({
  person,
}) => {
  test.setTimeout(patience(120));
  const henrike = await person("Henrike", { devices: true });
  const lea = await person("Lea", { viewport: { width: 800, height: 600 } });
  const { slug } = await holdWebinar(henrike, "Applaus im Webinar");
  await joinLive(lea, slug);
  await lea.page.emulateMedia({ reducedMotion: "reduce" });

  await lea.page.getByRole("toolbar").getByRole("button", { name: "Reaktionen senden" }).click();
  await lea.page.getByRole("menuitem", { name: "Applaus" }).click();
  for (const page of [henrike.page, lea.page])
    await expect(page.getByTestId("reactions").locator("[data-emoji=clap]").first()).toBeVisible();
  const moving = await lea.page
    .getByTestId("reactions")
    .evaluate((overlay) => overlay.getAnimations({ subtree: true }).length);
  expect(moving, "A10").toBe(0);
  await expect(henrike.page.getByTestId("polite")).toContainText("Reaktionen: 1-mal Applaus", {
    timeout: patience(15),
  });
  await expect(henrike.page.getByTestId("reactions").locator("[data-emoji]")).toHaveCount(0);
});
