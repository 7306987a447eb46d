import { z } from "zod";
import { cutOff } from "../fixtures/browser-processes";
import { countOf, sql } from "../fixtures/database";
import { baseUrl, patience } from "../fixtures/environment";
import { linkIn, mailOfKind, mailsTo } from "../fixtures/mailbox";
import { readMedia } from "../fixtures/media-probe";
import { moveTalk, talkOf } from "../fixtures/passing-time";
import { appIsReady, isGrownUp, killProgram } from "../fixtures/processes";
import { killRoomServer, reviveRoomServer } from "../fixtures/room-server";
import { expect, type Person, test } from "../fixtures/test";
import { RoomPage } from "../pages/room-page";
import { agree, TALK_EVENT, takeTalks } from "../pages/talks";

/** Small windows ask for small pictures: the machine has to make them all. */
const small = { devices: true, viewport: { width: 800, height: 600 } };

async function enter(page: Person["page"]): Promise<RoomPage> {
  const room = new RoomPage(page);
  await room.open(TALK_EVENT);
  await room.enter();
  await room.expectInside("talk");
  return room;
}

/** Two people in the room of their talk, which began a minute ago and has ten to go. */
async function aTalkOf(ada: Person, ben: Person) {
  await takeTalks(ada, ben);
  await agree(ada, ben);
  const talk = await talkOf(ada.email, ben.email);
  await moveTalk(talk, { startsIn: -60, endsIn: 900 });
  const [adaRoom, benRoom] = [await enter(ada.page), await enter(ben.page)];
  await expectTogether(adaRoom, benRoom);
  return { talk, adaRoom, benRoom };
}

/** Both are in the same talk, each once, and see each other. */
async function expectTogether(...rooms: RoomPage[]): Promise<void> {
  for (const room of rooms) {
    await room.expectInside("talk", 45);
    await room.expectPeople(2, 30);
    await expect(room.page.getByTestId("tile")).toHaveCount(2);
  }
  for (const room of rooms) await room.expectToSee();
}

const messages = ({ page }: RoomPage) => page.getByRole("log").locator(".rm-message__text");
const field = ({ page }: RoomPage) => page.getByRole("textbox", { name: "Nachricht", exact: true });

async function say(room: RoomPage, text: string): Promise<void> {
  await field(room).fill(text);
  await room.page.getByRole("button", { name: "Senden", exact: true }).click();
  await expect(messages(room).last()).toHaveText(text);
}

/** Waits until so much time has really passed since an instant. */
async function expectElapsed(since: number, seconds: number): Promise<void> {
  await expect
    .poll(() => Date.now() - since, { message: `${seconds} s pass`, timeout: (seconds + 10) * 1000 })
    .toBeGreaterThan(seconds * 1000);
}

for (const { seconds, tag } of [
  { seconds: 10, tag: [] },
  { seconds: 60, tag: ["@long"] },
]) {
  test(`R04: the room server is away for ${seconds} seconds in a talk, and then the app; the two are in it again as they were`, {
    tag,
  }, async ({ person }) => {
    test.setTimeout(patience(240) + seconds * 1000);
    const [ada, ben] = [await person("Ada", small), await person("Ben", small)];
    const { talk, adaRoom, benRoom } = await aTalkOf(ada, ben);
    const rooms = [adaRoom, benRoom];
    const here = await adaRoom.fact("room-id");
    await adaRoom.mute();

    await test.step("the room server", async () => {
      const killedAt = Date.now();
      killRoomServer();
      await Promise.all(
        rooms.map(({ page }) =>
          expect(page.getByTestId("connection-bar")).toBeVisible({ timeout: patience(3) }),
        ),
      );
      for (const { page } of rooms)
        await expect(page.getByTestId("connection-card")).toBeVisible({ timeout: patience(30) });
      await expectElapsed(killedAt, seconds);
      await reviveRoomServer();
      await expectTogether(...rooms);
    });

    await test.step("the app: whoever talks hears nothing of it, and what is written then arrives", async () => {
      await isGrownUp("app");
      const isBack = killProgram("app");
      await adaRoom.expectToHear();
      await benRoom.expectToSee();
      await isBack();
      await appIsReady();
      await expectTogether(...rooms);
      for (const room of rooms) await room.openPanel("chat");
      await say(adaRoom, "Noch da?");
      await expect(messages(benRoom)).toHaveText(["Noch da?"], { timeout: patience(30) });
    });

    for (const room of rooms) expect(await room.fact("room-id")).toBe(here);
    await adaRoom.expectFact("mic", "off");
    await benRoom.expectFact("mic", "on");
    for (const one of [ada, ben]) expect((await readMedia(one.page)).getUserMedia).toBe(1);
    // Nobody was missing, and the talk stands.
    expect(await countOf("talk_nudges where meeting_id = $1", [talk.id])).toBe(0);
    expect(await countOf("meetings where id = $1 and status = 'accepted'", [talk.id])).toBe(1);
  });
}

test("R15: one of the two opens the talk in a second window, goes on there, and closing the first moves nobody", async ({
  person,
}) => {
  test.setTimeout(patience(150));
  const [ada, ben] = [await person("Ada", small), await person("Ben", small)];
  const { adaRoom, benRoom } = await aTalkOf(ada, ben);
  await adaRoom.openPanel("chat");
  await say(adaRoom, "Aus dem ersten");

  const second = new RoomPage(await ada.context.newPage());
  await second.open(TALK_EVENT);
  await second.expectFact("state", "held");
  await adaRoom.expectInside("talk");
  await second.enter();
  await second.expectInside("talk");
  await adaRoom.expectFact("state", "held");
  await benRoom.expectPeople(2);
  await expect(ben.page.getByTestId("tile")).toHaveCount(2);
  await second.openPanel("chat");
  await expect(messages(second)).toHaveText(["Aus dem ersten"]);

  await adaRoom.page.close();
  await benRoom.expectToSee();
  await benRoom.expectToHear();
  await expectTogether(second, benRoom);
});

test("R19: half a minute without a network in a talk: nothing is doubled or lost, and nobody was missing", async ({
  person,
}) => {
  test.setTimeout(patience(150) + 30_000);
  const [ada, ben] = [await person("Ada", { ...small, own: {} }), await person("Ben", small)];
  const { talk, adaRoom, benRoom } = await aTalkOf(ada, ben);
  for (const room of [adaRoom, benRoom]) await room.openPanel("chat");
  await say(benRoom, "Vorher");
  await expect(messages(adaRoom)).toHaveText(["Vorher"]);
  await field(adaRoom).fill("Ein halber Satz");

  const cutAt = Date.now();
  const plugIn = await cutOff(ada);
  await benRoom.expectPeople(1, 20);
  await say(benRoom, "Hören Sie mich?");
  await expectElapsed(cutAt, 30);
  // Whoever was there and lost the line is not reported missing, and their time is not offered to others.
  await expect(ben.page.getByRole("button", { name: "Freigeben" })).toHaveCount(0);
  await plugIn();

  await expectTogether(adaRoom, benRoom);
  await expect(messages(adaRoom)).toHaveText(["Vorher", "Hören Sie mich?"]);
  await expect(field(adaRoom)).toHaveValue("Ein halber Satz");
  expect(await countOf("talk_nudges where meeting_id = $1", [talk.id])).toBe(0);
  expect((await mailsTo(ada.email)).map(({ subject }) => subject)).not.toContain(
    `${ben.name} wartet auf Sie`,
  );
  expect((await readMedia(ada.page)).getUserMedia).toBe(1);
});

test("R25: one of the two erases themselves in the talk: out within ten seconds, and the other is told", async ({
  person,
}) => {
  test.setTimeout(patience(180));
  const [ada, ben] = [await person("Ada", small), await person("Ben", small)];
  const { talk, adaRoom, benRoom } = await aTalkOf(ada, ben);
  await adaRoom.openPanel("chat");
  await say(adaRoom, "Streng persönlich");

  const mine = await ada.context.newPage();
  await mine.goto("/login?next=/me/data");
  await mine.getByRole("textbox", { name: "E-Mail-Adresse" }).fill(ada.email);
  await mine.getByRole("button", { name: "Link und Code schicken" }).click();
  await mine.goto(linkIn(await mailOfKind(ada.email, "signin.requested"), "/l/"));
  await mine.getByRole("button", { name: "Jetzt einloggen" }).click();
  await mine.getByLabel("Zur Bestätigung: Ihre E-Mail-Adresse").fill(ada.email);
  await mine.getByRole("button", { name: "Alles endgültig löschen" }).click();
  await expect(mine.getByRole("heading", { level: 1, name: "Ihre Daten sind gelöscht" })).toBeVisible();

  await benRoom.expectFact("room-kind", "main", 10);
  await expect(ada.page.getByTestId("tile")).toHaveCount(0, { timeout: patience(10) });
  const again = await ada.page.request.post(`/api/rooms/${TALK_EVENT}/join`, {
    data: { tab: "tab-again" },
    headers: { origin: baseUrl },
  });
  expect([again.status(), await again.text()]).toEqual([403, expect.stringContaining("not_registered")]);
  const told = await mailOfKind(ben.email, "meeting.cancelled");
  expect(`${told.subject} ${told.text}`).not.toContain(ada.name);
  const [row] = await sql(z.object({ status: z.string() }), "select status from meetings where id = $1", [
    talk.id,
  ]);
  expect(row?.status).toBe("cancelled");
});
