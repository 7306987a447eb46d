import { z } from "zod";
import { expectNoViolations } from "../fixtures/accessibility";
import { sql } from "../fixtures/database";
import { patience } from "../fixtures/environment";
import { mailOfKind, mailsTo } from "../fixtures/mailbox";
import { moveTalk, talkOf } from "../fixtures/passing-time";
import { expect, type Person, test } from "../fixtures/test";
import { RoomPage } from "../pages/room-page";
import { agree, TALK_EVENT, takeTalks } from "../pages/talks";

async function enter(person: Person): Promise<RoomPage> {
  const room = new RoomPage(person.page);
  await room.open(TALK_EVENT);
  await room.enter();
  return room;
}

const endOf = async (id: string) => {
  const rows = await sql(
    z.object({ ends_at: z.coerce.date() }),
    "select ends_at from meetings where id = $1",
    [id],
  );
  return rows[0]?.ends_at.getTime() ?? 0;
};

test("who waits in vain is not alone with it: the other is reminded, and after five minutes the time is free", async ({
  person,
}) => {
  test.setTimeout(patience(150));
  const ada = await person("Ada", { devices: true });
  const ben = await person("Ben");
  await takeTalks(ada, ben);
  await agree(ada, ben);
  const talk = await talkOf(ada.email, ben.email);
  await moveTalk(talk, { startsIn: -275, endsIn: 900 });
  const room = await enter(ada);
  await room.expectInside("talk");
  const waiting = ada.page.getByTestId("talk-waiting");
  await expect(waiting).toContainText("ist noch nicht da und wurde erinnert", { timeout: patience(40) });
  await expect
    .poll(async () => (await mailsTo(ben.email)).map(({ subject }) => subject), { timeout: patience(20) })
    .toContain(`${ada.name} wartet auf Sie`);
  await expect(waiting.getByRole("button", { name: /^Neu ansetzen: / })).toBeVisible({
    timeout: patience(60),
  });
  await expectNoViolations(ada.page, "waiting in a talk");
  const release = waiting.getByRole("button", { name: "Freigeben" });
  await release.focus();
  await ada.page.keyboard.press("Enter");
  await expect(ada.page.getByTestId("standby")).toContainText("Ihre Zeit ist frei", {
    timeout: patience(20),
  });
  await room.expectInside("main", 40);
  await expectNoViolations(ada.page, "whoever could step in");
  await ben.page.goto(`/me/talks/${talk.id}`);
  await expect(ben.page.getByText("Dieses Gespräch wurde freigegeben.")).toBeVisible();
  await expect(ben.page.getByText("Sie waren nicht im Raum.")).toBeVisible();
});

test("two who are both free go on for ten minutes once both have said so", async ({ person }) => {
  test.setTimeout(patience(120));
  const ada = await person("Ada", { devices: true });
  const ben = await person("Ben", { devices: true });
  await takeTalks(ada, ben);
  await agree(ada, ben);
  const talk = await talkOf(ada.email, ben.email);
  await moveTalk(talk, { startsIn: -600, endsIn: 240 });
  const end = await endOf(talk.id);
  const rooms = [await enter(ada), await enter(ben)];
  for (const room of rooms) await room.expectPeople(2);
  await ada.page.getByRole("button", { name: "Zehn Minuten länger" }).click();
  await expect(ada.page.getByText(`${ben.name} muss noch zustimmen`)).toBeVisible();
  await expect(ben.page.getByText(`${ada.name} möchte zehn Minuten länger sprechen.`)).toBeVisible({
    timeout: patience(20),
  });
  await ben.page.getByRole("button", { name: "Ja, zehn Minuten länger" }).click();
  await expect.poll(() => endOf(talk.id)).toBe(end + 600_000);
  for (const { page } of rooms)
    await expect(page.getByTestId("talk-more")).toHaveCount(0, { timeout: patience(20) });
});

test("a talk is moved, noted, and followed by an exchange of contacts, on its page alone", async ({
  person,
}) => {
  test.setTimeout(patience(120));
  const [ada, ben] = [await person("Ada"), await person("Ben")];
  await takeTalks(ada, ben);
  await agree(ada, ben);
  const talk = await talkOf(ada.email, ben.email);
  const path = `/me/talks/${talk.id}`;
  await ada.page.goto(path);
  await ada.page.getByText("Andere Zeit?").click();
  await expectNoViolations(ada.page, "a talk that could be moved");
  await ada.page
    .getByRole("button", { name: /^Auf .+ verschieben$/ })
    .first()
    .click();
  await expect(ada.page.getByText("Das Gespräch ist verschoben.")).toBeVisible();
  await expect(ada.page.getByText(/^Verschoben\. Vorher war: /)).toBeVisible();
  for (const { email } of [ada, ben]) {
    const mail = await mailOfKind(email, "meeting.moved");
    expect(mail.icsMethod).toBe("REQUEST");
    expect(mail.ics).toContain("SEQUENCE:1");
  }
  await ada.page.getByRole("textbox", { name: "Notiz" }).fill("Rückruf wegen der Sensoren");
  await ada.page.getByRole("button", { name: "Notiz speichern" }).click();
  await expect(ada.page.getByText("Ihre Notiz ist gespeichert.")).toBeVisible();

  const moved = await talkOf(ada.email, ben.email);
  await moveTalk(moved, { startsIn: -3000, endsIn: -1800 });
  await ada.page.goto(path);
  await expect(ada.page.getByRole("textbox", { name: "Notiz" })).toHaveValue("Rückruf wegen der Sensoren");
  await ada.page.getByRole("button", { name: `Kontakt an ${ben.name} geben` }).click();
  await expect(ada.page.getByText(`Sie haben zugestimmt. ${ben.name} noch nicht.`)).toBeVisible();
  expect((await ada.page.request.get(`/api/meetings/${talk.id}/contact`)).status()).toBe(404);
  await mailOfKind(ben.email, "meeting.contact");
  await ben.page.goto(path);
  await expect(ben.page.getByText("Rückruf wegen der Sensoren")).toHaveCount(0);
  await expectNoViolations(ben.page, "a talk that is over");
  await ben.page.getByRole("button", { name: "Auch meinen Kontakt geben" }).click();
  await expect(ben.page.getByRole("link", { name: `Kontakt von ${ada.name} (.vcf)` })).toBeVisible();
  const card = await ben.page.request.get(`/api/meetings/${talk.id}/contact`);
  expect(card.headers()["content-type"]).toContain("text/vcard");
  expect(await card.text()).toContain(`EMAIL:${ada.email}`);
  await ben.page.getByRole("link", { name: "Folgegespräch anfragen" }).click();
  await expect(ben.page.getByRole("textbox", { name: /^Nachricht/ })).toHaveValue(/fortsetzen/);
});
