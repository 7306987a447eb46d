import { z } from "zod";
import { expectNoViolations } from "../fixtures/accessibility";
import { sql } from "../fixtures/database";
import { patience } from "../fixtures/environment";
import { callAction } from "../fixtures/server-actions";
import { expect, type Person, test } from "../fixtures/test";
import { Visitor } from "../fixtures/visitor";
import { berlinTime } from "../pages/desk-page";
import { holdWorkshop, joinLive } from "../pages/live-event";

const NETWORK = "sensoriknetz-oberland";
const MICROPHONE = /^Mikrofon (ein|aus)schalten/;
const [SENSORS, WATER] = ["Sensorik im Werk", "Wasser messen"];

/** Two items of one time in two tracks, as the desk plans them. */
async function planParallel(slug: string): Promise<void> {
  const organizer = new Visitor();
  await organizer.signInAs("organizer");
  const [event] = await sql(
    z.object({ id: z.string(), at: z.date() }),
    "select id, starts_at as at from events where slug = $1",
    [slug],
  );
  if (!event) throw new Error(`${slug} is there`);
  const page = `/o/${NETWORK}/e/${slug}`;
  const startsLocal = berlinTime(event.at);
  const plan = (title: string, track: string, more: Record<string, string>) => {
    const form = { eventId: event.id, title, track, startsLocal, durationMinutes: "40", ...more };
    return callAction(organizer, { action: "actions/programme.ts#saveSessionAction", page, form });
  };
  await plan(SENSORS, "Saal A", { mode: "roundtable", speakerNames: "Ada Neu" });
  await plan(WATER, "Saal B", { mode: "stage" });
}

const chooser = ({ page }: Person) => page.getByRole("dialog", { name: "Welche Veranstaltung?" });

/** Opens the question from the bar of the plenary or the header of a room, and answers it by keyboard. */
async function choose(person: Person, opener: string, title: string): Promise<void> {
  await person.page.getByRole("button", { name: opener, exact: true }).press("Enter");
  await chooser(person)
    .getByRole("button", { name: `${title}: Hierhin gehen` })
    .press("Enter");
  await expect(chooser(person)).toHaveCount(0);
}

test("two people choose among sessions that run at once, one changes over, and both come back at the end", async ({
  person,
}) => {
  test.setTimeout(patience(200));
  const henrike = await person("Henrike", { devices: true });
  const small = { devices: true, viewport: { width: 390, height: 844 } };
  const [ada, ben] = [await person("Ada", small), await person("Ben", { devices: true })];
  const { slug, room: host } = await holdWorkshop(henrike, "Tag der Messtechnik");
  const [adaRoom, benRoom] = [await joinLive(ada, slug), await joinLive(ben, slug)];
  await planParallel(slug);

  await expect(henrike.page.getByTestId("console-show")).toContainText("Jetzt", { timeout: patience(20) });

  // Nobody has prepared a room, and nobody is moved who has not chosen.
  for (const { page } of [ada, ben])
    await expect(page.getByTestId("choice-bar")).toContainText("gleichzeitig");
  await ada.page.getByRole("button", { name: "Auswählen", exact: true }).click();
  await expect(chooser(ada).getByRole("listitem")).toHaveText([
    /^Sensorik im WerkSaal A · GesprächsrundeAda Neuniemand da/,
    /^Wasser messenSaal B · Bühneniemand da/,
  ]);
  await expectNoViolations(ada.page, "which session");
  await ada.page.keyboard.press("Escape");
  await adaRoom.expectInside("main");

  await choose(ada, "Auswählen", SENSORS);
  await choose(ben, "Auswählen", WATER);
  for (const room of [adaRoom, benRoom]) await room.expectInside("breakout");
  await adaRoom.expectFact("room-label", `${SENSORS} · Saal A`);
  await benRoom.expectFact("room-label", `${WATER} · Saal B`);
  // At the round table everybody speaks, before the stage one listens.
  await expect(ada.page.getByRole("button", { name: MICROPHONE })).toBeVisible();
  await expect(ben.page.getByRole("button", { name: MICROPHONE })).toHaveCount(0);
  await host.expectPeople(1);

  await choose(ben, "Andere Veranstaltung", SENSORS);
  await benRoom.expectFact("room-label", `${SENSORS} · Saal A`);
  for (const room of [adaRoom, benRoom]) await room.expectPeople(2);
  await adaRoom.expectToSee();
  await expectNoViolations(ben.page, "in the room of a session");

  await host.openPanel("breakouts");
  await henrike.page.getByRole("button", { name: "Zurückrufen in 60 s" }).click();
  for (const room of [adaRoom, benRoom]) await room.expectInside("main", 90);
  for (const room of [host, adaRoom, benRoom]) await room.expectPeople(3);
  await expect(ada.page.getByTestId("choice-bar")).toHaveCount(0);
});
