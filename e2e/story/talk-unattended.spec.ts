import { z } from "zod";
import { sql } from "../fixtures/database";
import { effortOn } from "../fixtures/effort";
import { patience } from "../fixtures/environment";
import { letPass, moveTalk, type Talk, talkOf } from "../fixtures/passing-time";
import { expect, type Person, test } from "../fixtures/test";
import { RoomPage } from "../pages/room-page";
import { agree, personIdOf, TALK_EVENT, takeTalks } from "../pages/talks";

/** Reminders and records are looked for once a minute. */
const EVERY_MINUTE = 40;

/** What somebody was written, by what each mail is about, and its words. */
const lettersTo = async ({ email }: Person) =>
  new Map(
    (
      await sql(
        z.object({ about: z.string(), text: z.string() }),
        `select split_part(dedupe_key, ':', 1) as about, text from mails
          where to_email = $1 and sent_at is not null order by created_at`,
        [email],
      )
    ).map(({ about, text }) => [about, text]),
  );

async function expectLetter(person: Person, about: string): Promise<string> {
  const timeout = patience(EVERY_MINUTE);
  const arrived = async () => [...(await lettersTo(person)).keys()];
  await expect.poll(arrived, { message: `${about} to ${person.name}`, timeout }).toContain(about);
  return (await lettersTo(person)).get(about) ?? "";
}

const MINUTES_OF_IT = 8;

/** Time passes until so many seconds are left of the talk, however long the steps before took. */
async function passTo(talk: Talk, endsIn: number): Promise<void> {
  const rows = await sql(
    z.object({ ends_at: z.coerce.date() }),
    "select ends_at from meetings where id = $1",
    [talk.id],
  );
  const left = ((rows[0]?.ends_at.getTime() ?? Number.NaN) - Date.now()) / 1000;
  await letPass(talk, left - endsIn);
}

const presence = z.object({ person_id: z.string(), seen: z.string(), corrected: z.string().nullable() });
const recordOf = (meetingId: string) =>
  sql(presence, "select person_id, seen, corrected from talk_presences where meeting_id = $1", [meetingId]);

test("B12: a talk reminds, opens, tells who is missing, ends softly and records a no-show, and nobody touches anything", async ({
  person,
}) => {
  test.setTimeout(patience(240));
  const ada = await person("Ada", { devices: true });
  const ben = await person("Ben");
  await takeTalks(ada, ben);
  // Ada sits in the plenary in one window and asks in another; Ben accepts by the mail.
  const hall = await ada.context.newPage();
  const pages = [hall, ada.page, ben.page];
  const efforts = [await effortOn(hall), await effortOn(ada.page), await effortOn(ben.page)];
  const room = new RoomPage(hall);
  await room.open(TALK_EVENT);
  await room.enter();
  await room.expectInside("main");
  await agree(ada, ben);
  const talk = await talkOf(ada.email, ben.email);
  const accepted = efforts.map(({ clicks }) => clicks.length);
  expect(accepted, "somebody clicked until here, and it was counted").toEqual([1, 1, 1]);
  await ben.page.goto("/events");
  await ada.page.goto("/events");
  const left = (startsIn: number) => ({ startsIn, endsIn: startsIn + MINUTES_OF_IT * 60 });

  await test.step("a day before, a mail with the talks of that day", async () => {
    await moveTalk(talk, left(87_000));
    await letPass(talk, 1_000);
    for (const one of [ada, ben])
      expect(await expectLetter(one, "meeting.tomorrow")).toContain(one === ada ? ben.name : ada.name);
  });

  await test.step("ten minutes before, a mail with the way in, and a banner on any page", async () => {
    await passTo(talk, 980);
    for (const one of [ada, ben]) expect(await expectLetter(one, "meeting.reminder")).toMatch(/https?:\/\//);
    const banner = ben.page.getByRole("complementary", { name: "Ihr nächstes Gespräch" });
    await expect(banner).toContainText(`Gespräch mit ${ada.name} um`, { timeout: patience(40) });
  });

  await test.step("two minutes before, the room opens: Ada is brought there, Ben reads it where he is", async () => {
    await passTo(talk, 580);
    await room.expectInside("talk", 40);
    const banner = ben.page.getByRole("complementary", { name: "Ihr nächstes Gespräch" });
    await expect(banner).toContainText(`Raum ist offen – ${ada.name} ist da`, { timeout: patience(80) });
  });

  await test.step("two minutes after its start, whoever is missing is told, and whoever waits reads so", async () => {
    await passTo(talk, 350);
    const waiting = hall.getByTestId("talk-waiting");
    await expect(waiting).toContainText(`${ben.name} ist noch nicht da und wurde erinnert.`, {
      timeout: patience(40),
    });
    await expectLetter(ben, "meeting.nudged");
    expect([...(await lettersTo(ada)).keys()]).not.toContain("meeting.nudged");
  });

  await test.step("five minutes after it, a choice that waits for nobody", async () => {
    await passTo(talk, 170);
    await expect(hall.getByTestId("talk-waiting").getByRole("button", { name: "Freigeben" })).toBeVisible({
      timeout: patience(60),
    });
  });

  await test.step("it says when it ends, goes on for the grace, and leads back by itself", async () => {
    await passTo(talk, 40);
    await room.lookAgain();
    await expect(hall.getByText(/^Das Gespräch endet in/)).toBeVisible({ timeout: patience(40) });
    await passTo(talk, -5);
    await room.lookAgain();
    await expect(hall.getByText(/^Die Zeit ist um\. Sie können noch/)).toBeVisible({ timeout: patience(40) });
    await room.expectFact("room-kind", "talk");
    await passTo(talk, -305);
    await room.expectInside("main", 40);
    await expect(hall.getByRole("heading", { name: `Gespräch mit ${ben.name} beendet` })).toBeVisible();
  });

  await test.step("who came and who did not is written down, and both read it", async () => {
    await passTo(talk, -605);
    await expect
      .poll(async () => (await recordOf(talk.id)).length, { timeout: patience(EVERY_MINUTE) })
      .toBe(2);
    const record = await recordOf(talk.id);
    for (const [who, seen] of [
      [ada, "came"],
      [ben, "missed"],
    ] as const)
      expect(record).toContainEqual({ person_id: await personIdOf(who), seen, corrected: null });
    await ada.page.goto(`/me/talks/${talk.id}`);
    await expect(ada.page.getByText(`${ben.name} war nicht im Raum.`)).toBeVisible();
    await ben.page.goto(`/me/talks/${talk.id}`);
    await expect(ben.page.getByText("Sie waren nicht im Raum.")).toBeVisible();
  });

  expect(
    efforts.map(({ clicks }) => clicks.length),
    `clicks of ${pages.length} windows since the talk was agreed`,
  ).toEqual(accepted);
  expect(efforts.flatMap(({ keys, fields }) => [keys, fields.size])).toEqual([0, 0, 0, 0, 0, 0]);
});
