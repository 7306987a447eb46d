import { z } from "zod";
import { sql } from "../fixtures/database";
import { type Effort, effortOn, forget, secondsFor } from "../fixtures/effort";
import { patience } from "../fixtures/environment";
import { sayProfile, signInBeside } from "../fixtures/own-profile";
import { moveTalk, talkOf } from "../fixtures/passing-time";
import { expect, type Person, test } from "../fixtures/test";
import { signInAs } from "../pages/desk-page";
import { RoomPage } from "../pages/room-page";
import { personIdOf, TALK_EVENT, takeTalks } from "../pages/talks";
import { eventIdOf } from "../security/registering-over-http";

const TALKS = `/me/talks?event=${TALK_EVENT}`;
const word = z.object({ value: z.string() });

/** Who takes talks in the demo's event. */
const TAKERS = `select r.person_id from registrations r join events e on e.id = r.event_id
  where e.slug = $1 and r.status = 'confirmed' and r.talks_opt_in`;

/** Two topics that fewest people name: who seeks one and offers the other has few to be suggested to. */
async function rareTopics(): Promise<[string, string]> {
  const rows = await sql(
    word,
    "select tag as value from listings group by tag order by count(*), tag limit 2",
  );
  const [one, other] = rows.map(({ value }) => value);
  if (!one || !other) throw new Error("nobody seeks or offers anything");
  return [one, other];
}

/** What was done since the last count, which is then forgotten: exactly these clicks, and nothing typed or chosen. */
function expectClicks(efforts: readonly Effort[], clicks: readonly (string | RegExp)[], what: string): void {
  const done = efforts.flatMap((effort) => effort.clicks);
  expect(done, what).toEqual(
    clicks.map((click) => (typeof click === "string" ? click : expect.stringMatching(click))),
  );
  expect(
    efforts.flatMap(({ fields }) => [...fields]),
    `${what}: fields`,
  ).toEqual([]);
  forget(...efforts);
}

async function enterPlenary({ page }: Person): Promise<void> {
  const room = new RoomPage(page);
  await room.open(TALK_EVENT);
  await room.enter();
  await room.expectInside("main");
}

test("B10: a talk is asked for in two clicks, accepted in two, joined in one and judged in one, and nothing is typed", async ({
  person,
}) => {
  test.setTimeout(patience(120));
  const ada = await person("Ada", { devices: true });
  const ben = await person("Ben", { devices: true });
  const efforts = [await effortOn(ada.page), await effortOn(ben.page)];
  await takeTalks(ada, ben);
  const [one, other] = await rareTopics();
  const eventId = await eventIdOf(TALK_EVENT);
  for (const [who, needs, offers] of [
    [ada, one, other],
    [ben, other, one],
  ] as const)
    await sayProfile(await signInBeside(who), { eventId, needs: [needs], offers: [offers] });

  await ada.page.goto(TALKS);
  forget(...efforts);
  // By id: another Ben may be suggested as well, of another run.
  await ada.page.locator(`.sg a[href*="with=${await personIdOf(ben)}"]`).click();
  await expect(ada.page.getByRole("checkbox", { checked: true })).toHaveCount(3);
  await expect(ada.page.getByRole("textbox", { name: /^Nachricht/ })).not.toHaveValue("");
  await ada.page.getByRole("button", { name: "Senden" }).click();
  await expect(ada.page.getByText("Ihre Anfrage ist unterwegs.")).toBeVisible();
  expectClicks(efforts, [`Treffen anfragen: ${ben.name}`, "Senden"], "clicks to ask");

  // In the app, which takes one more than the mail.
  await ben.page.goto(TALKS);
  forget(...efforts);
  await ben.page.getByRole("link", { name: /^Anfragen/ }).click();
  const yes = new RegExp(`zusagen: Gespräch mit ${ada.name}$`);
  await ben.page.getByRole("button", { name: yes }).first().click();
  await expect(ben.page.getByText("Das Gespräch ist vereinbart.")).toBeVisible();
  expectClicks(efforts, [/^Anfragen/, yes], "clicks to accept");

  // Both have shown their devices to the plenary; Ada has left its page since.
  const talk = await talkOf(ada.email, ben.email);
  await enterPlenary(ada);
  await enterPlenary(ben);
  await moveTalk(talk, { startsIn: 100, endsIn: 300 });
  await ada.page.goto("/events");
  forget(...efforts);
  const banner = ada.page.getByRole("complementary", { name: "Ihr nächstes Gespräch" });
  await expect(banner).toContainText("Raum ist offen");
  await banner.getByRole("link", { name: "Zum Gespräch" }).click();
  const rooms = [new RoomPage(ada.page), new RoomPage(ben.page)] as const;
  for (const room of rooms) await room.expectInside("talk", 40);
  for (const room of rooms) await room.expectPeople(2);
  await rooms[1].expectToHear();
  expectClicks(efforts, ["Zum Gespräch"], "clicks to join: Ada from another page, Ben from the plenary");

  await moveTalk(talk, { startsIn: -700, endsIn: -305 });
  await rooms[0].expectInside("main", 40);
  await ada.page.getByRole("button", { name: "Zusammenarbeit möglich" }).click();
  await expect(ada.page.getByText("Danke, das ist notiert.")).toBeVisible();
  expectClicks(efforts, ["Zusammenarbeit möglich"], "clicks to judge");
});

/**
 * A topic that many offer and one that few of them seek: who seeks the first and offers the second is suggested people of
 * both sorts, mutual ones and others.
 */
async function mixedTopics(): Promise<{ needs: string; offers: string }> {
  const [row] = await sql(
    z.object({ needs: z.string(), offers: z.string() }),
    `with said as (select person_id, kind, tag from listings where person_id in (${TAKERS})),
     many as (select tag, count(*) as people from said where kind = 'offer' group by tag)
     select a.tag as needs, b.tag as offers
       from said a join said b on b.person_id = a.person_id and b.kind = 'need' and b.tag <> a.tag
       join many on many.tag = a.tag
      where a.kind = 'offer'
      group by a.tag, b.tag, many.people
     having count(*) between 1 and 3 and many.people > count(*) + 2
      order by many.people desc, a.tag, b.tag limit 1`,
    [TALK_EVENT],
  );
  if (!row) throw new Error("the demo's people agree too well");
  return row;
}

/** Whether somebody offers the one and seeks the other, as the rows say. */
async function saysOf(personId: string, { needs, offers }: { needs: string; offers: string }) {
  const rows = await sql(
    z.object({ kind: z.string(), tag: z.string() }),
    "select kind, tag from listings where person_id = $1",
    [personId],
  );
  const says = (kind: string, tag: string) => rows.some((row) => row.kind === kind && row.tag === tag);
  return { offersIt: says("offer", needs), seeksIt: says("need", offers) };
}

test("B11: a profile is ready within 90 seconds with one text field, and every suggestion says why, both ways where it is mutual", async ({
  person,
}) => {
  test.setTimeout(patience(90));
  const paula = await person("Paula");
  const { page } = paula;
  const effort = await effortOn(page);
  await takeTalks(paula);
  await signInBeside(paula);
  const topics = await mixedTopics();
  await page.goto("/me/profile");
  forget(effort);
  const form = page.locator("form[action='/api/me/listing']");
  await form.getByRole("combobox", { name: "Meine Aufgabe" }).selectOption({ index: 2 });
  for (const kind of ["needs", "offers"] as const) {
    const box = form.locator(`input[name=${kind}][value="${topics[kind]}"]`);
    await form.locator(`details:has(input[name=${kind}][value="${topics[kind]}"]) > summary`).click();
    await box.click();
  }
  const sentence =
    "Wir bauen Greifer in kleinen Serien und suchen Betriebe, die mit uns messen, was jeder Griff an einem Bauteil bewirkt, ohne es zu verletzen.";
  expect(sentence, "as long as it may be").toHaveLength(140);
  await form.getByRole("textbox", { name: "Ein Satz dazu" }).pressSequentially(sentence);
  await form.getByRole("button", { name: "Profil für Gespräche speichern" }).click();
  await expect(page.getByRole("status").filter({ hasText: "gespeichert" })).toBeVisible();
  expect(
    [...effort.fields].filter((field) => !effort.choices.has(field)),
    "text fields",
  ).toEqual(["sentence"]);
  expect([...effort.choices]).toEqual(["role"]);
  expect(effort.clicks.length, `${effort.clicks}`).toBeLessThanOrEqual(8);
  expect(effort.keys).toBe(140);
  expect(secondsFor(effort), "seconds by the keystroke-level model").toBeLessThanOrEqual(90);

  await page.goto(TALKS);
  const cards = await page.locator(".sg").all();
  expect(cards.length).toBeGreaterThan(3);
  const mutual = new Set<boolean>();
  for (const card of cards) {
    const link = (await card.getByRole("link", { name: /^Treffen anfragen/ }).getAttribute("href")) ?? "";
    const personId = new URL(link, "https://example.org").searchParams.get("with") ?? "";
    const { offersIt, seeksIt } = await saysOf(personId, topics);
    expect(offersIt || seeksIt, `${personId} is suggested for something`).toBe(true);
    const reasons = card.locator(".reasons > li:not(.reasons__none)");
    await expect(reasons, `reasons for ${personId}`).toHaveCount(offersIt && seeksIt ? 2 : 1);
    if (offersIt) await expect(reasons.first()).toContainText("Sie suchen");
    if (seeksIt) await expect(reasons.last()).toContainText("bieten Sie");
    mutual.add(offersIt && seeksIt);
  }
  expect(mutual, "both sorts were seen").toEqual(new Set([true, false]));
});

test("B11: an organizer reads why everybody is suggested to everybody, whomever they look up", async ({
  person,
}) => {
  test.setTimeout(patience(90));
  const { page } = await person("Olga", { javaScript: false });
  await signInAs(page, "organizer");
  const whom = await sql(
    word,
    `select person_id as value from listings where person_id in (${TAKERS})
      group by person_id having count(distinct kind) = 2 order by person_id limit 6`,
    [TALK_EVENT],
  );
  let cards = 0;
  for (const { value } of whom) {
    await page.goto(`/o/regionale-wertschoepfung-heideland/e/${TALK_EVENT}/tables?for=${value}`);
    for (const card of await page.locator("#suggestions .sg").all()) {
      const reasons = await card.locator(".reasons > li:not(.reasons__none)").allTextContents();
      expect(reasons.length, `reasons for ${value}`).toBeGreaterThanOrEqual(1);
      for (const reason of reasons) expect(reason).toMatch(/ sucht .+ – bietet /);
      // One of each direction, or it says that the other one is missing.
      await expect(card.locator(".reasons > li")).toHaveCount(2);
      cards += 1;
    }
  }
  expect(cards, "suggestions that were read").toBeGreaterThan(20);
});
