import { expectNoViolations } from "../fixtures/accessibility";
import { patience } from "../fixtures/environment";
import { expect, test } from "../fixtures/test";
import { holdWorkshop } from "../pages/live-event";
import { enterByMail, register } from "../pages/registering";

const small = { devices: true, viewport: { width: 800, height: 600 } };

test("a host lets people in one by one, tells everybody, sets a timer, asks for a microphone and mutes all", async ({
  person,
}) => {
  test.setTimeout(patience(180));
  const henrike = await person("Henrike", { devices: true });
  const ada = await person("Ada", small);
  const ben = await person("Ben", small);
  const { slug, room: host } = await holdWorkshop(henrike, "Mit Einlass");
  const console = await host.openPanel("console");
  await console.getByRole("button", { name: "Einzeln einlassen" }).click();

  const rooms = [];
  for (const guest of [ada, ben]) {
    await register(guest, slug);
    const room = await enterByMail(guest);
    await room.expectFact("wait", "lobby");
    await expect(guest.page.getByText("Die Moderation lässt einzeln ein.")).toBeVisible();
    rooms.push(room);
  }
  const [adaRoom, benRoom] = rooms;
  if (!adaRoom || !benRoom) throw new Error("two guests are needed");
  const waiting = henrike.page.getByTestId("lobby-list");
  await expect(waiting.getByRole("listitem")).toHaveCount(2);
  await expectNoViolations(henrike.page, "console with people who wait");
  await waiting.getByRole("button", { name: `${ada.name} einlassen` }).click();
  await adaRoom.expectInside("main");
  await benRoom.expectFact("wait", "lobby");
  await waiting.getByRole("button", { name: "Alle einlassen" }).click();
  await benRoom.expectInside("main");
  await expect(waiting).toHaveCount(0);

  await console.getByRole("textbox", { name: "Durchsage an alle" }).fill("Um elf geht es weiter.");
  await console.getByTestId("console-announce").getByRole("button", { name: "An alle senden" }).click();
  await console.getByRole("button", { name: "5 min starten", exact: true }).click();
  for (const { page } of [ada, ben]) {
    await expect(page.getByTestId("host-message")).toContainText("Um elf geht es weiter.");
    await expect(page.getByTestId("host-timer")).toBeVisible();
  }
  await expectNoViolations(ada.page, "room with a message and a timer");
  await console.getByRole("button", { name: "Zeit beenden" }).click();
  await expect(ada.page.getByTestId("host-timer")).toHaveCount(0);

  await console.getByRole("button", { name: "Alle stummschalten" }).click();
  for (const room of rooms) await room.expectFact("mic", "off");
  await host.expectFact("mic", "on");
  const people = await host.openPanel("people");
  await people.getByRole("button", { name: `Aktionen für ${ada.name}` }).click();
  await henrike.page.getByRole("menuitem", { name: "Um das Mikrofon bitten" }).click();
  const asked = ada.page.getByRole("dialog", { name: "Die Moderation bittet um Ihr Mikrofon" });
  await expectNoViolations(ada.page, "request for a microphone");
  await asked.getByRole("button", { name: "Mikrofon einschalten" }).click();
  await adaRoom.expectFact("mic", "on");
  await benRoom.expectFact("mic", "off");

  await people.getByRole("button", { name: `Aktionen für ${ben.name}` }).click();
  await henrike.page.getByRole("menuitem", { name: "Umbenennen" }).click();
  const naming = henrike.page.getByRole("dialog", { name: `${ben.name} umbenennen` });
  await naming.getByLabel("Name in diesem Raum").fill("Ben Beispiel");
  await naming.getByRole("button", { name: "Übernehmen" }).click();
  await expect(ada.page.getByTestId("tile").filter({ hasText: "Ben Beispiel" })).toBeVisible({
    timeout: patience(15),
  });
});
