import { expectNoViolations } from "../fixtures/accessibility";
import { patience } from "../fixtures/environment";
import { expect, test } from "../fixtures/test";
import { holdWebinar, joinLive } from "../pages/live-event";

const small = { devices: true, viewport: { width: 800, height: 600 } };

test("a speaker waits behind the stage, sees it, comes onto it, and stays with the hosts once the audience has gone", async ({
  person,
}) => {
  test.setTimeout(patience(180));
  const henrike = await person("Henrike", { devices: true });
  const zoe = await person("Zoe", small);
  const lea = await person("Lea", { viewport: small.viewport });
  const { slug, room: host } = await holdWebinar(henrike, "Hinter der Bühne");
  const zoeRoom = await joinLive(zoe, slug);
  const leaRoom = await joinLive(lea, slug);

  const console = await host.openPanel("console");
  await console.getByRole("button", { name: "Hinterbühne öffnen" }).click();
  await expect(console.getByText("Noch ist niemand zum Sprechen da.")).toBeVisible();
  await expectNoViolations(henrike.page, "console with a backstage");
  const people = await host.openPanel("people");
  await people.getByRole("button", { name: `Aktionen für ${zoe.name}` }).click();
  await henrike.page.getByRole("menuitem", { name: "Zu Sprechenden machen" }).click();

  // Behind the stage she sees what is on it, and nobody out there sees or counts her among those on it.
  await zoeRoom.expectInside("backstage", 30);
  await expect(zoe.page.getByTestId("backstage")).toHaveAttribute("data-phase", "on", {
    timeout: patience(20),
  });
  await expect(zoe.page.getByText("Das Publikum sieht und hört Sie nicht.")).toBeVisible();
  await zoeRoom.expectToSee();
  await zoeRoom.expectToHear();
  await expectNoViolations(zoe.page, "backstage");
  await expect(lea.page.getByTestId("tile").filter({ hasText: zoe.name })).toHaveCount(0);
  await leaRoom.expectToSee();

  await host.openPanel("console");
  await console.getByRole("button", { name: `${zoe.name} auf die Bühne holen` }).click();
  await zoeRoom.expectInside("main", 30);
  await expect(zoe.page.getByTestId("backstage")).toHaveCount(0);
  await zoe.page.getByRole("toolbar").getByRole("button", { name: "Kamera einschalten" }).click();
  await expect(lea.page.getByTestId("tile").filter({ hasText: zoe.name })).toHaveAttribute(
    "data-camera",
    "true",
    { timeout: patience(20) },
  );

  await console.getByRole("button", { name: "Für alle beenden" }).click();
  await console.getByRole("button", { name: "Nur das Publikum verabschieden" }).click();
  await leaRoom.expectFact("state", "ended", 30);
  for (const room of [host, zoeRoom]) await room.expectInside("backstage", 30);
  await expect(zoe.page.getByText("Sie sind hier unter sich.")).toBeVisible();
  await host.openPanel("console");
  await console.getByRole("button", { name: "Hinterbühne schließen" }).click();
  for (const room of [host, zoeRoom]) await room.expectFact("state", "ended", 30);
});
