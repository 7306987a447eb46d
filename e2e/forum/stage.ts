import { z } from "zod";
import { patience } from "../fixtures/environment";
import { expect } from "../fixtures/test";
import { type Forum, scripted } from "./forum";

const { poll } = scripted;
const [slides, again] = scripted.questions;
const askedSoFar = z.object({ questions: z.array(z.object({ id: z.string(), text: z.string() })) });
const pollsSoFar = z.object({ polls: z.array(z.object({ id: z.string(), question: z.string() })) });

/** Whoever speaks waits behind the stage while the audience waits before the door; then it begins for everybody. */
export async function goLive(forum: Forum): Promise<void> {
  const { henrike, host, zoe, rooms } = forum;
  const console = await host.openPanel("console");
  await console.getByRole("button", { name: "Hinterbühne öffnen" }).click();
  const people = await host.openPanel("people");
  await people.getByRole("button", { name: `Aktionen für ${zoe.name}` }).click();
  await henrike.page.getByRole("menuitem", { name: "Zu Sprechenden machen" }).click();
  await rooms.zoe.expectInside("backstage", 30);
  await expect(zoe.page.getByText("Das Publikum ist noch nicht da.")).toBeVisible();
  await rooms.ada.expectFact("wait", /not_open|hosts_only/);

  await host.openPanel("console");
  forum.openedAt = Date.now();
  await console.getByRole("button", { name: "Live gehen" }).click();
  for (const room of [rooms.ada, rooms.ben]) await room.expectInside("main");
  await forum.allInside();
  await rooms.zoe.expectFact("room-kind", "backstage");
}

/** A talk with something to show, seen and heard by the audience. */
export async function talkAndShare({ host, zoe, ada, rooms }: Forum): Promise<void> {
  const console = await host.openPanel("console");
  await console.getByRole("button", { name: `${zoe.name} auf die Bühne holen` }).click();
  await rooms.zoe.expectInside("main", 30);
  const bar = zoe.page.getByRole("toolbar");
  await bar.getByRole("button", { name: "Bildschirm teilen" }).click();
  await expect(ada.page.locator('[data-large="true"]')).toContainText(`Bildschirm von ${zoe.name}`, {
    timeout: patience(15),
  });
  for (const room of [rooms.ada, rooms.ben]) {
    await room.expectToSee();
    await room.expectToHear();
  }
  await bar.getByRole("button", { name: "Teilen beenden" }).click();
  await expect(ada.page.getByTestId("screen-tile")).toHaveCount(0, { timeout: patience(15) });
}

/** Two questions: one is voted for most, comes onto the stage and is answered. */
export async function askAndAnswer({ host, rooms, crowd }: Forum): Promise<void> {
  const panel = await rooms.ada.openPanel("questions");
  await panel.getByRole("textbox", { name: "Ihre Frage" }).fill(slides.text);
  await panel.getByRole("button", { name: "Frage stellen" }).click();
  await expect(panel.getByTestId("question").filter({ hasText: slides.text })).toBeVisible();
  const [first, second, third, fourth] = crowd.members;
  if (!first || !second || !third || !fourth) throw new Error("four guests are needed");
  const question = { text: again.text, anonymous: false, clientKey: crypto.randomUUID() };
  await crowd.acts(fourth, "questions", question);
  const { questions } = askedSoFar.parse(await crowd.reads(first, "questions"));
  const id = questions.find(({ text }) => text === slides.text)?.id ?? "";
  for (const one of [first, second, third]) await crowd.acts(one, `questions/${id}`, { action: "vote" });
  const benPanel = await rooms.ben.openPanel("questions");
  await benPanel
    .getByRole("button", { name: new RegExp(`^Dafür stimmen: ${again.text.slice(0, 20)}`) })
    .click();

  const hosts = await host.openPanel("questions");
  const begin = slides.text.slice(0, 20);
  await hosts.getByRole("button", { name: new RegExp(`^Auf die Bühne: ${begin}`) }).click();
  await expect(rooms.ben.page.getByTestId("pinned-question")).toContainText(slides.text);
  await hosts.getByRole("button", { name: new RegExp(`^Mündlich beantwortet: ${begin}`) }).click();
  await expect(rooms.ben.page.getByTestId("pinned-question")).toHaveCount(0);
  for (const room of [rooms.ada, rooms.ben]) await room.closePanel();
}

/** A poll that five answer, whose result everybody sees. */
export async function askThemAll({ host, ada, crowd }: Forum): Promise<void> {
  const panel = await host.openPanel("polls");
  await panel.getByRole("button", { name: "Umfrage vorbereiten" }).click();
  await panel.getByLabel("Frage", { exact: true }).fill(poll.question);
  await panel.getByLabel("Antworten", { exact: true }).fill(poll.options.join("\n"));
  await panel.getByRole("button", { name: "Speichern" }).click();
  await panel.getByRole("button", { name: `„${poll.question}“ starten` }).click();
  const card = ada.page.getByTestId("poll-card");
  await card.getByRole("radio", { name: poll.options[0] }).check();
  await card.getByRole("button", { name: "Antworten" }).click();
  const [one] = crowd.members;
  if (!one) throw new Error("nobody came");
  const { polls } = pollsSoFar.parse(await crowd.reads(one, "polls"));
  const id = polls.find(({ question }) => question === poll.question)?.id ?? "";
  for (const member of crowd.members.slice(0, poll.counts[1]))
    await crowd.acts(member, `polls/${id}/answer`, { picks: [1] });
  await expect(panel.getByText(`${poll.counts[0] + poll.counts[1]} Antworten`)).toBeVisible();
  await panel.getByRole("button", { name: "Beenden" }).click();
  await panel.getByRole("button", { name: "Ergebnis teilen" }).click();
  const told = ada.page.getByTestId("poll-card");
  await expect(told.getByRole("row", { name: /^Warten.* 4 80/ })).toBeVisible();
  await told.getByRole("button", { name: "Schließen" }).click();
}

/** Two hands: one is taken back, one gets the floor. And one message. */
export async function handsToSpeakers({ henrike, host, ada, ben, rooms, crowd }: Forum): Promise<void> {
  const fifth = crowd.members[4];
  if (!fifth) throw new Error("five guests are needed");
  await crowd.acts(fifth, "hands", { action: "raise" });
  await ben.page.getByRole("toolbar").getByRole("button", { name: "Hand heben" }).click();
  await host.openPanel("people");
  await expect(henrike.page.getByRole("button", { name: `Zu Wort bitten: ${fifth.name}` })).toBeVisible();
  await crowd.acts(fifth, "hands", { action: "lower" });
  await henrike.page.getByRole("button", { name: `Zu Wort bitten: ${ben.name}` }).click();
  const asked = ben.page.getByRole("dialog", { name: "Die Moderation bittet Sie zu Wort" });
  await asked.getByRole("button", { name: "Annehmen" }).click();
  const given = ben.page.getByRole("dialog", { name: "Sie haben das Wort" });
  await given.getByRole("button", { name: "Mikrofon einschalten" }).click();
  await rooms.ben.expectFact("mic", "on");
  await expect(ada.page.getByTestId("tile").filter({ hasText: ben.name })).toBeVisible();
  await henrike.page.getByRole("button", { name: `Hand senken: ${ben.name}` }).click();
  await expect(ada.page.getByTestId("tile").filter({ hasText: ben.name })).toHaveCount(0);

  const chat = await rooms.ben.openPanel("chat");
  await chat.getByRole("textbox", { name: "Nachricht", exact: true }).fill("Danke für das Wort.");
  await ben.page.keyboard.press("Enter");
  await expect(chat.getByTestId("message").last()).toContainText("Danke für das Wort.");
  await rooms.ben.closePanel();
}
