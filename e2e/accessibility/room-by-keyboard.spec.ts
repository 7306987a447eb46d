import { Crowd } from "../fixtures/crowd";
import { patience } from "../fixtures/environment";
import { linkIn } from "../fixtures/mailbox";
import { expect, type Person, test } from "../fixtures/test";
import { signInAs } from "../pages/desk-page";
import { Keyboard } from "../pages/keyboard";
import { OrganizerOverHttp } from "../pages/organizer-over-http";
import { confirmationOf, register } from "../pages/registering";
import { RoomPage } from "../pages/room-page";

const small = { devices: true, viewport: { width: 1280, height: 800 } };

/** Opens the room's page and enters it by keys; the microphone goes off and on again before. */
async function prejoin({ page }: Person, keys: Keyboard): Promise<RoomPage> {
  const room = new RoomPage(page);
  await room.expectFact("state", /waiting|held/);
  // Who has allowed the devices before sees themselves at once.
  await expect(page.getByRole("button", { name: "Mikrofon ist an" })).toBeVisible();
  await keys.press(page.getByRole("button", { name: "Mikrofon ist an" }));
  await keys.press(page.getByRole("button", { name: "Mikrofon ist aus" }), "Space");
  await keys.press(page.getByRole("button", { name: /^Eintreten/ }));
  await room.expectFact("entered", "true");
  return room;
}

const panelOf = ({ page }: Person, name: string) =>
  page.getByTestId("panel").and(page.locator(`.rm-panel--${name}`));

/** By its button in the bar, and shut by its own. */
async function looksInto(person: Person, keys: Keyboard, [label, name]: readonly [RegExp, string]) {
  await keys.control(label);
  const panel = panelOf(person, name);
  await expect(panel).toBeVisible();
  await keys.press(panel.getByRole("button", { name: /schließen$/ }).first());
  await expect(panel).toHaveCount(0);
}

const guestPanels = [
  [/^Personen/, "people"],
  [/^Chat/, "chat"],
  [/^Fragen/, "questions"],
  [/^Umfragen/, "polls"],
  [/^Notizen/, "notes"],
] as const;
const hostPanels = [...guestPanels, [/^Gruppen/, "breakouts"], [/^Konsole/, "console"]] as const;

test("A01: the room works by keyboard alone, for a guest and for who runs it, from before entering to leaving @long", async ({
  person,
}) => {
  test.setTimeout(patience(240));
  const [henrike, ada] = [await person("Henrike", small), await person("Ada", small)];
  const [hostKeys, keys] = [new Keyboard(henrike.page), new Keyboard(ada.page)];
  const organizer = new OrganizerOverHttp();
  const slug = await organizer.plans("Ohne Maus", "workshop");
  await register(ada, slug);
  await signInAs(henrike.page, "organizer");
  // What comes before the room has tests of its own.
  for (const one of [hostKeys, keys]) await one.begin();
  await ada.page.goto(linkIn(await confirmationOf(ada), "?next=room"));
  await henrike.page.goto(`/room/${slug}`);
  const crowd = await Crowd.of(slug, ["Ohne Bild 1"]);

  try {
    const room = await prejoin(ada, keys);
    const host = await prejoin(henrike, hostKeys);
    await host.expectInside("main");
    await hostKeys.control(/^Konsole/);
    await hostKeys.press(henrike.page.getByRole("button", { name: "Live gehen" }));
    await room.expectInside("main");
    await crowd.come();
    await crowd.follow("main");
    await crowd.acts(crowd.member("Ohne Bild 1"), "questions", {
      text: "Was kostet das?",
      anonymous: false,
      clientKey: crypto.randomUUID(),
    });
    await room.expectPeople(3);

    await test.step("microphone and camera", async () => {
      for (const [fact, off, on, key] of [
        ["mic", "Mikrofon ausschalten", "Mikrofon einschalten", "Control+d"],
        ["cam", "Kamera ausschalten", "Kamera einschalten", "Control+e"],
      ] as const) {
        await keys.control(off);
        await room.expectFact(fact, "off");
        await keys.control(on);
        await room.expectFact(fact, "on");
        await ada.page.keyboard.press(key);
        await room.expectFact(fact, "off");
      }
    });

    await test.step("every panel opens and closes", async () => {
      for (const panel of guestPanels) await looksInto(ada, keys, panel);
      for (const panel of hostPanels) await looksInto(henrike, hostKeys, panel);
    });

    await test.step("a message, a question and a vote", async () => {
      await ada.page.keyboard.press("Control+Shift+M");
      const chat = panelOf(ada, "chat");
      await keys.write(chat.getByRole("textbox", { name: "Nachricht", exact: true }), "Guten Morgen!");
      await ada.page.keyboard.press("Enter");
      await expect(chat.getByTestId("message").last()).toContainText("Guten Morgen!");

      await keys.control(/^Fragen/);
      const questions = panelOf(ada, "questions");
      await keys.press(questions.getByRole("button", { name: /^Dafür stimmen: Was kostet das/ }));
      await expect(
        questions.getByRole("button", { name: /^Dafür stimmen: Was kostet das.*1 Stimme$/ }),
      ).toBeVisible();
      await keys.write(questions.getByRole("textbox", { name: "Ihre Frage" }), "Gibt es Folien?");
      await keys.press(questions.getByRole("button", { name: "Frage stellen" }));
      await expect(questions.getByTestId("question").filter({ hasText: "Gibt es Folien?" })).toBeVisible();
    });

    await test.step("a poll is made, launched and answered", async () => {
      await hostKeys.control(/^Umfragen/);
      const polls = panelOf(henrike, "polls");
      await hostKeys.press(polls.getByRole("button", { name: "Umfrage vorbereiten" }));
      await hostKeys.write(polls.getByLabel("Frage", { exact: true }), "Womit?");
      await hostKeys.write(polls.getByLabel("Antworten", { exact: true }), "Messen\nWarten");
      await hostKeys.press(polls.getByRole("button", { name: "Speichern" }));
      await hostKeys.press(polls.getByRole("button", { name: "„Womit?“ starten" }));
      const card = ada.page.getByTestId("poll-card");
      await keys.press(card.getByRole("radio", { name: "Messen" }), "Space");
      await keys.press(card.getByRole("button", { name: "Antworten" }));
      await expect(polls.getByText("1 Antwort", { exact: true })).toBeVisible();
    });

    await test.step("a hand goes up and down again", async () => {
      await keys.control("Hand heben");
      await hostKeys.control(/^Personen/);
      const lower = henrike.page.getByRole("button", { name: `Hand senken: ${ada.name}` });
      await expect(lower).toBeVisible();
      await ada.page.keyboard.press("Control+Shift+H");
      await expect(lower).toHaveCount(0);
      await keys.control("Hand heben");
      await hostKeys.press(lower);
      await expect(ada.page.getByRole("toolbar").getByRole("button", { name: "Hand heben" })).toBeVisible();
    });

    await test.step("breakouts are made, filled, opened and left", async () => {
      await hostKeys.control(/^Gruppen/);
      const groups = panelOf(henrike, "breakouts");
      await hostKeys.press(groups.getByRole("button", { name: "Von Hand" }));
      await hostKeys.press(groups.getByRole("button", { name: "Räume vorbereiten" }));
      await hostKeys.press(groups.getByRole("button", { name: `${ada.name} verschieben nach …` }));
      await hostKeys.entry(/^Raum 1/);
      await expect(groups.getByRole("region", { name: "Raum 1" }).getByText(ada.name)).toBeVisible();
      await hostKeys.press(groups.getByRole("button", { name: "Öffnen", exact: true }));
      await room.expectInside("breakout", 30);
      await hostKeys.press(groups.getByRole("button", { name: "Raum 1 besuchen" }));
      await host.expectInside("breakout");
      await host.expectPeople(2);
      await keys.press(ada.page.getByRole("button", { name: "Zurück ins Plenum" }));
      await room.expectInside("main");
      await hostKeys.press(henrike.page.getByRole("button", { name: "Zurück ins Plenum" }));
      await host.expectInside("main");
    });

    await keys.control("Verlassen");
    await room.expectFact("state", "left");
    await hostKeys.control(/^Konsole/);
    await hostKeys.press(henrike.page.getByRole("button", { name: "Für alle beenden" }));
    await hostKeys.press(henrike.page.getByRole("button", { name: "Ja, jetzt beenden" }));
    await host.expectFact("state", "ended");
    for (const one of [hostKeys, keys]) await one.expectNoMouse();
  } finally {
    crowd.end();
  }
});
