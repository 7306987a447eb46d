import { patience } from "../fixtures/environment";
import { mailOfKind } from "../fixtures/mailbox";
import { readMedia } from "../fixtures/media-probe";
import { moveTalk, talkOf } from "../fixtures/passing-time";
import { expect, type Person, test } from "../fixtures/test";
import { openRegistration, register } from "../pages/registering";
import { RoomPage } from "../pages/room-page";
import { agree, personIdOf, TALK_EVENT, takeTalks } from "../pages/talks";

/** Live now as well. */
const OTHER = "kleine-modelle-grosse-wirkung";

async function enterTalk(person: Person): Promise<RoomPage> {
  const room = new RoomPage(person.page);
  await room.open(TALK_EVENT);
  await room.enter();
  await room.expectInside("talk");
  return room;
}

async function enterPlenary(person: Person): Promise<RoomPage> {
  const room = new RoomPage(person.page);
  await room.open(TALK_EVENT);
  await room.enter();
  await room.expectInside("main");
  return room;
}

test("two people agree on a talk; it opens, is held, ends and is judged without anybody's help", async ({
  person,
}) => {
  test.setTimeout(patience(120));
  const ada = await person("Ada", { devices: true });
  const ben = await person("Ben", { devices: true });
  await takeTalks(ada, ben);
  await agree(ada, ben);
  for (const one of [ada, ben]) {
    const mail = await mailOfKind(one.email, "meeting.accepted");
    expect(mail.icsMethod).toBe("REQUEST");
  }

  const talk = await talkOf(ada.email, ben.email);
  const adaRoom = await enterPlenary(ada);
  const benRoom = await enterPlenary(ben);
  await moveTalk(talk, { startsIn: 130, endsIn: 190 });

  // Two minutes before its start the room opens and both are in it, in the same page.
  for (const room of [adaRoom, benRoom]) await room.expectInside("talk", 40);
  for (const room of [adaRoom, benRoom]) await room.expectPeople(2);
  for (const room of [adaRoom, benRoom]) {
    await room.expectToSee();
    await room.expectToHear();
  }

  await moveTalk(talk, { startsIn: -60, endsIn: 20 });
  for (const room of [adaRoom, benRoom]) {
    await room.lookAgain();
    await expect(room.page.getByText(/^Das Gespräch endet in/)).toBeVisible();
  }
  // Its time and the grace after it are over: both are back in the plenary.
  await moveTalk(talk, { startsIn: -700, endsIn: -295 });
  for (const room of [adaRoom, benRoom]) await room.expectInside("main", 40);
  for (const one of [ada, ben]) expect((await readMedia(one.page)).getUserMedia).toBe(1);

  // Judged where one is, in one tap; the page of the talk knows it too.
  await ada.page.getByRole("button", { name: "Zusammenarbeit möglich" }).click();
  await expect(ada.page.getByText("Danke, das ist notiert.")).toBeVisible();
  await ada.page.goto(`/me/talks/${talk.id}`);
  await expect(ada.page.getByRole("button", { name: "Zusammenarbeit möglich" })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
});

test("a time that was taken away stays away when the request is refused", async ({ person }) => {
  const [ada, ben] = [await person("Ada"), await person("Ben")];
  await takeTalks(ada, ben);
  const { page } = ada;
  await page.goto(`/me/talks/ask?event=${TALK_EVENT}&with=${await personIdOf(ben)}`);
  const times = page.getByRole("checkbox");
  for (const time of await times.all()) await time.uncheck();
  await page.getByRole("textbox", { name: /^Nachricht/ }).fill("ä".repeat(400));
  await page.getByRole("button", { name: "Senden" }).click();
  await expect(page.getByText("Wählen Sie mindestens einen Termin.")).toBeVisible();
  await expect(times).toHaveCount(3);
  await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(0);
  await expect(page.getByRole("textbox", { name: /^Nachricht/ })).toHaveValue("ä".repeat(400));
});

test("the lobby shows who waits, and one talk hands over to the next in the same tab", async ({ person }) => {
  test.setTimeout(patience(150));
  const ada = await person("Ada", { devices: true });
  const ben = await person("Ben", { devices: true });
  const cem = await person("Cem", { devices: true });
  await takeTalks(ada, ben, cem);
  await agree(ada, ben);
  await agree(ada, cem);
  const first = await talkOf(ada.email, ben.email);
  const second = await talkOf(ada.email, cem.email);
  await moveTalk(first, { startsIn: 100, endsIn: 400 });
  await moveTalk(second, { startsIn: 1000, endsIn: 1300 });

  // Ben is in already: Ada's lobby says so before she enters.
  const benRoom = await enterTalk(ben);
  const adaRoom = new RoomPage(ada.page);
  await adaRoom.open(TALK_EVENT);
  await expect(ada.page.getByRole("heading", { level: 1 })).toContainText(ben.name);
  await expect(ada.page.getByTestId("partner-presence")).toHaveText("ist da und wartet auf Sie");
  await adaRoom.enter();
  await adaRoom.expectInside("talk");
  for (const room of [adaRoom, benRoom]) await room.expectPeople(2);
  const here = await adaRoom.fact("room-id");

  // The next talk opens while this one still has half a minute of grace: a card names who waits there.
  await moveTalk(first, { startsIn: -600, endsIn: 25 });
  await moveTalk(second, { startsIn: 110, endsIn: 400 });
  const cemRoom = await enterTalk(cem);
  await adaRoom.lookAgain();
  const card = ada.page.getByTestId("end-bar");
  await expect(card).toContainText(`Ihr nächstes Gespräch beginnt: ${cem.name}`);
  // Nothing else lies on its buttons.
  await expect(ada.page.getByTestId("announcement")).toHaveCount(0);
  await expect(card.getByTestId("partner-presence")).toHaveText("ist da");
  await expect.poll(() => adaRoom.fact("room-id"), { timeout: patience(80) }).not.toBe(here);
  await adaRoom.expectInside("talk");
  for (const room of [adaRoom, cemRoom]) await room.expectPeople(2);
  await cemRoom.expectToSee();
  expect((await readMedia(ada.page)).getUserMedia).toBe(1);
});

test("a talk whose room is open is told above the controls of another event's room", async ({ person }) => {
  test.setTimeout(patience(120));
  const ada = await person("Ada", { devices: true });
  const ben = await person("Ben", { devices: true });
  await takeTalks(ada, ben);
  await agree(ada, ben);
  await moveTalk(await talkOf(ada.email, ben.email), { startsIn: 90, endsIn: 300 });
  await register(ada, OTHER);
  await openRegistration(ada);
  const room = new RoomPage(ada.page);
  await room.open(OTHER);
  const banner = ada.page.getByRole("complementary", { name: "Ihr nächstes Gespräch" });
  await expect(banner).toContainText(ben.name);
  await room.enter();
  await room.expectInside("main");
  const [above, app] = [await banner.boundingBox(), await ada.page.locator(".rm-app").boundingBox()];
  expect(app?.y).toBe((above?.y ?? 0) + (above?.height ?? 0));
  await expect(ada.page.getByRole("toolbar")).toBeInViewport({ ratio: 1 });
  await banner.getByRole("link", { name: "Zum Gespräch" }).click();
  await expect(ada.page).toHaveURL(new RegExp(`/room/${TALK_EVENT}$`));
});
