import type { Locator } from "@playwright/test";
import { expectNoViolations } from "../fixtures/accessibility";
import { patience } from "../fixtures/environment";
import { linkIn } from "../fixtures/mailbox";
import { expect, type Person, test } from "../fixtures/test";
import { signInAs } from "../pages/desk-page";
import { OrganizerOverHttp } from "../pages/organizer-over-http";
import { confirmationOf, register } from "../pages/registering";
import { RoomPage } from "../pages/room-page";
import { type Language, wordsIn } from "../pages/room-words";

const wide = { devices: true, viewport: { width: 1280, height: 800 } };
type Say = ReturnType<typeof wordsIn>;

/** A person's page of the room in one language, and every dialog that it opens. */
class Side {
  readonly room: RoomPage;

  constructor(
    readonly who: Person,
    readonly say: Say,
  ) {
    this.room = new RoomPage(who.page);
  }

  async enter(path: string): Promise<void> {
    await this.who.page.goto(path);
    await this.room.expectFact("state", /waiting|held/);
    await this.room.enter();
    await this.room.expectInside("main");
  }

  button(key: string, within: Locator = this.who.page.locator("body")): Locator {
    return within.getByRole("button", { name: this.say(key), exact: true }).first();
  }

  async entry(trigger: Locator, key: string): Promise<void> {
    await trigger.click();
    await this.who.page.getByRole("menuitem", { name: this.say(key), exact: true }).click();
  }

  /** The dialog that stands now has no violations; Escape shuts it, as every dialog but the whiteboard. */
  async judge(state: string, { title, shut }: { title?: string; shut?: Locator } = {}): Promise<void> {
    const dialogs = this.who.page.getByRole("dialog");
    // One answer may bring up the next dialog at once: those that come are told apart by their titles.
    const dialog = title ? this.who.page.getByRole("dialog", { name: this.say(title) }) : dialogs;
    await expect(dialog, state).toHaveCount(1);
    await expectNoViolations(this.who.page, state);
    if (shut) await shut.click();
    else await this.who.page.keyboard.press("Escape");
    await expect(dialog, state).toHaveCount(0);
  }
}

async function ownDialogs(host: Side): Promise<void> {
  const more = host.who.page.getByRole("toolbar").getByRole("button", { name: host.say("room.bar.more") });
  for (const key of ["settings", "shortcuts"]) {
    await host.entry(more, `room.bar.${key}`);
    await host.judge(key);
  }
  const notes = await host.room.openPanel("notes");
  await host.button("room.notes.openWhiteboard", notes).click();
  const board = host.who.page.getByRole("dialog");
  await expect(board.getByRole("toolbar").or(board.locator("canvas")).first()).toBeVisible({
    timeout: patience(30),
  });
  const name = host.say("room.panel.close", { name: host.say("room.notes.whiteboard") });
  await host.judge("whiteboard", { shut: board.getByRole("button", { name }) });
}

async function dialogsAboutPeople(host: Side, guest: Side): Promise<void> {
  const people = await host.room.openPanel("people");
  const { name } = guest.who;
  const actions = people.getByRole("button", { name: host.say("room.people.actions", { name }) }).first();
  for (const key of ["rename", "remove"]) {
    await host.entry(actions, `room.people.${key}`);
    await host.judge(key);
  }
}

async function dialogsOfChat(host: Side): Promise<void> {
  const chat = await host.room.openPanel("chat");
  await host.button("room.chat.settings", chat).click();
  await host.judge("chat settings");
  await chat.getByRole("textbox", { name: host.say("room.chat.label"), exact: true }).fill("Guten Tag");
  await host.who.page.keyboard.press("Enter");
  const message = chat.getByTestId("message").last();
  await expect(message).toContainText("Guten Tag");
  for (const key of ["edit", "delete"]) {
    await host.entry(message.getByRole("button").last(), `room.chat.${key}`);
    await host.judge(`message: ${key}`);
  }
}

const questionIn = (panel: Locator, text: string) => panel.getByTestId("question").filter({ hasText: text });

async function dialogsOfQuestions(host: Side, guest: Side): Promise<void> {
  const panel = await guest.room.openPanel("questions");
  for (const text of ["Gibt es Kaffee?", "Wann ist Schluss?"]) {
    await panel.getByRole("textbox", { name: guest.say("audience.ask.label") }).fill(text);
    await guest.button("audience.ask.send", panel).click();
    await expect(questionIn(panel, text)).toBeVisible();
  }
  const menuOf = (side: Side, place: Locator) =>
    questionIn(place, "Gibt es Kaffee?").getByRole("button", {
      name: side.say("audience.question.actions", { text: "" }).trim(),
    });
  for (const key of ["edit", "withdraw"]) {
    await guest.entry(menuOf(guest, panel), `audience.act.${key}`);
    await guest.judge(`own question: ${key}`);
  }
  const hosts = await host.room.openPanel("questions");
  await host.button("audience.settings.title", hosts).click();
  await host.judge("settings of questions");
  for (const key of ["merge", "write"]) {
    await host.entry(menuOf(host, hosts), `audience.act.${key}`);
    await host.judge(`question: ${key}`);
  }
}

/** What hosts bring up on another person's page. */
async function dialogsThatCome(host: Side, guest: Side, organizer: OrganizerOverHttp): Promise<void> {
  const { page } = guest.who;
  await page
    .getByRole("toolbar")
    .getByRole("button", { name: guest.say("room.bar.handUp") })
    .click();
  await host.room.openPanel("people");
  await host.who.page
    .getByRole("button", { name: `${host.say("room.people.invite")}: ${guest.who.name}` })
    .click();
  const accept = guest.button("room.card.inviteYes");
  await guest.judge("asked to speak", { title: "room.card.inviteTitle", shut: accept });
  const later = guest.button("room.card.later");
  await guest.judge("has the floor", { title: "room.card.onStageTitle", shut: later });
  const id = (await organizer.people()).find(({ name }) => name === guest.who.name)?.admissionId ?? "";
  await organizer.act(`people/${id}`, { action: "ask_unmute" });
  await guest.judge("asked for the microphone", { title: "room.card.unmuteTitle" });

  const rooms = ["1", "2"].map((label) => ({ label, admissionIds: [] }));
  const plan = { rule: "free_choice", groupSize: 2, durationSeconds: 120, rooms };
  const { roundId } = Object.assign({ roundId: "" }, await organizer.act("rounds", plan));
  await organizer.act(`rounds/${roundId}`, { action: "open" });
  await guest.button("room.choice.choose").click();
  await guest.judge("which room");
}

for (const language of ["de", "en"] as const satisfies Language[]) {
  test(`no dialog of the room has violations (${language}) @long`, async ({ person }) => {
    test.setTimeout(patience(200));
    const options = { ...wide, locale: language === "de" ? ("de-DE" as const) : ("en-GB" as const) };
    const say = wordsIn(language);
    const host = new Side(await person("Henrike", options), say);
    const guest = new Side(await person("Ada", { ...options, viewport: { width: 1000, height: 700 } }), say);
    const prefix = language === "de" ? "" : "/en";
    const organizer = new OrganizerOverHttp();
    const slug = await organizer.plans(`Lauter Fragen ${language}`, "forum");
    await organizer.act("session", { action: "open" });
    await signInAs(host.who.page, "organizer");
    await host.enter(`${prefix}/room/${slug}`);
    await register(guest.who, slug);
    await guest.who.page.goto(linkIn(await confirmationOf(guest.who), "?next=room"));
    await guest.enter(`${prefix}/room/${slug}`);

    await test.step("own dialogs", () => ownDialogs(host));
    await test.step("people", () => dialogsAboutPeople(host, guest));
    await test.step("chat", () => dialogsOfChat(host));
    await test.step("questions", () => dialogsOfQuestions(host, guest));
    await test.step("what comes", () => dialogsThatCome(host, guest, organizer));
  });
}
