import type { Locator } from "@playwright/test";
import { expectNoViolations } from "../fixtures/accessibility";
import { expect, type Person, test } from "../fixtures/test";
import { holdWorkshop, joinLive } from "../pages/live-event";

const small = { devices: true, viewport: { width: 1280, height: 800 } };
const field = ({ page }: Person): Locator => page.getByRole("textbox", { name: "Nachricht", exact: true });
const messages = ({ page }: Person): Locator => page.getByTestId("message");
const words = (person: Person): Locator => messages(person).locator(".rm-message__text");

async function say(person: Person, text: string): Promise<void> {
  await field(person).fill(text);
  await field(person).press("Enter");
  await expect(field(person)).toHaveValue("");
}

async function act({ page }: Person, name: RegExp, item: string): Promise<void> {
  await page
    .getByRole("button", { name: /^Aktionen für die Nachricht von/ })
    .and(page.getByRole("button", { name }))
    .last()
    .click();
  await page.getByRole("menuitem", { name: item, exact: true }).click();
}

test("chat: mention, answer, edit, delete, one person alone, and what hosts close", async ({ person }) => {
  const henrike = await person("Henrike", small);
  const ada = await person("Ada", small);
  const { slug, room: host } = await holdWorkshop(henrike, "Schreibprobe");
  const guest = await joinLive(ada, slug);
  for (const room of [host, guest]) {
    await room.expectPeople(2);
    await room.openPanel("chat");
  }

  // Typed by keyboard alone: the name is offered, Enter takes it and does not send.
  await field(henrike).pressSequentially("Guten Tag @Ad");
  const offered = henrike.page.getByRole("listbox", { name: "Personen erwähnen" });
  await expect(offered.getByRole("option", { name: /^Ada/ })).toBeVisible();
  await expectNoViolations(henrike.page, "chat with people to mention");
  await field(henrike).press("Enter");
  await field(henrike).pressSequentially("siehe https://example.org/plan");
  await field(henrike).press("Enter");
  await expect(words(ada).last()).toContainText(/@Ada/);
  const link = words(ada).getByRole("link", { name: "example.org/plan" });
  await expect(link).toHaveAttribute("rel", /noopener noreferrer/);
  await expectNoViolations(ada.page, "chat with a mention and a link");

  await act(ada, /./, "Antworten");
  await say(ada, "Danke, gelsen.");
  await expect(messages(henrike).last().locator("blockquote")).toContainText("Guten Tag");
  await act(ada, /Ada/, "Bearbeiten");
  await ada.page.getByRole("dialog").getByRole("textbox").fill("Danke, gelesen.");
  await ada.page.getByRole("button", { name: "Speichern" }).click();
  await expect(words(henrike).last()).toHaveText("Danke, gelesen.");
  await expect(messages(henrike).last()).toContainText("bearbeitet");

  await act(ada, /Ada/, "Löschen");
  await expectNoViolations(ada.page, "deleting a message");
  await ada.page.getByRole("button", { name: "Ja, löschen" }).click();
  await expect(words(henrike).last()).toHaveText("Diese Nachricht wurde gelöscht.");

  await ada.page.getByLabel("Wer es liest").selectOption({ label: "Henrike Osterloh" });
  await say(ada, "Nur für Sie");
  await expect(messages(henrike).last()).toContainText("nur an Sie");

  await henrike.page.getByRole("button", { name: "Chat einstellen" }).click();
  await expectNoViolations(henrike.page, "chat settings");
  await henrike.page.getByLabel("Alle außer der Moderation schreiben").selectOption("nobody");
  await henrike.page.getByLabel("Nachrichten an eine Person allein").selectOption("nobody");
  await henrike.page.keyboard.press("Escape");
  await expect(ada.page.getByText("Die Moderation hat den Chat geschlossen.")).toBeVisible();
});
