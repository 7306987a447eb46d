import { z } from "zod";
import { sql } from "../fixtures/database";
import { patience } from "../fixtures/environment";
import { linkIn, mailOfKind } from "../fixtures/mailbox";
import { readMedia } from "../fixtures/media-probe";
import { moveTalk, talkOf } from "../fixtures/passing-time";
import { expect, type Person, test } from "../fixtures/test";
import { openRegistration, register } from "../pages/registering";
import { RoomPage } from "../pages/room-page";

/** Live all day, with talks by appointment. */
const EVENT = "angebote-treffen-gesuche";

async function personIdOf({ email }: Person): Promise<string> {
  const [row] = await sql(z.object({ id: z.string() }), "select id from people where email = $1", [email]);
  if (!row) throw new Error(`${email} is nobody yet`);
  return row.id;
}

async function enterPlenary(person: Person): Promise<RoomPage> {
  const room = new RoomPage(person.page);
  await room.open(EVENT);
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
  for (const one of [ada, ben]) {
    await register(one, EVENT, { talks: true });
    await openRegistration(one);
    // Opening the link was no act; this button is the first.
    await one.page.getByRole("button", { name: "Gespräche planen" }).click();
    await expect(one.page).toHaveURL(/\/me\/talks/);
  }

  // Asked with three common slots ticked and the note written: one click.
  await ada.page.goto(`/me/talks/ask?event=${EVENT}&with=${await personIdOf(ben)}`);
  await expect(ada.page.getByRole("heading", { name: `Treffen mit ${ben.name}` })).toBeVisible();
  await expect(ada.page.getByRole("checkbox", { checked: true })).toHaveCount(3);
  await ada.page.getByRole("button", { name: "Senden" }).click();
  await expect(ada.page.getByText("Ihre Anfrage ist unterwegs.")).toBeVisible();

  // Answered on the page of the mail: one click.
  const asked = await mailOfKind(ben.email, "meeting.requested");
  expect(asked.text).not.toContain(ada.email);
  await ben.page.goto(linkIn(asked, "/t/"));
  await expect(ben.page.getByRole("heading", { name: `${ada.name} möchte Sie treffen` })).toBeVisible();
  await ben.page.locator("button[name=answer]").first().click();
  await expect(ben.page.getByText("Das Gespräch ist vereinbart")).toBeVisible();
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

  await ada.page.goto(`/me/talks/${talk.id}`);
  await ada.page.getByRole("button", { name: "Zusammenarbeit möglich" }).click();
  await expect(ada.page.getByText("Danke, das ist notiert.")).toBeVisible();
});
