import { z } from "zod";
import type { Afternoon } from "../afternoon/afternoon";
import { compareReport } from "../afternoon/compare";
import { everybodyLeft } from "../afternoon/connected";
import { attend } from "../afternoon/people";
import { allBotsPlay, allBrowsersPlay, sayOutcomes } from "../afternoon/play";
import { expectInAgenda, expectMails, expectPlan, publishedPlan } from "../afternoon/published";
import { askInBrowsers, askOverHttp } from "../afternoon/requests";
import {
  asked,
  CEM,
  endOf,
  everybody,
  FAR_ZONE,
  PAUSE_MINUTES,
  PLANNED_FOR,
  SLOT_MINUTES,
  SLOTS,
} from "../afternoon/script";
import { planInBrowser, wishInBrowser, wishOverHttp } from "../afternoon/wishing";
import { expectNoViolations } from "../fixtures/accessibility";
import { Bots } from "../fixtures/bots";
import { sql } from "../fixtures/database";
import { letMinutesPass } from "../fixtures/passing-time";
import { expect, test } from "../fixtures/test";
import { Visitor } from "../fixtures/visitor";
import { signInAs } from "../pages/desk-page";
import { moveEvent, planDraft } from "../security/planning-over-http";

const MINUTE = 60_000;
/** A plan gives out nothing that begins within half an hour; before that everybody asks, answers and wishes. */
const BEFORE_FIRST_MS = 45 * MINUTE;
/** Once everybody knows the plan, so much is left until the first talk: its room opens two minutes before. */
const THEN_LEFT_MS = 3 * MINUTE;

/** Hours for talks with short slots, which are the event's own data. */
async function shortSlots(eventId: string): Promise<number> {
  const first = Math.ceil((Date.now() + BEFORE_FIRST_MS) / MINUTE) * MINUTE;
  await sql(
    z.object({}),
    `insert into talk_windows (event_id, starts_at, ends_at, slot_minutes, pause_minutes)
      values ($1, $2, $3, $4, $5)
      on conflict (event_id) do update set starts_at = $2, ends_at = $3, slot_minutes = $4, pause_minutes = $5`,
    [eventId, new Date(first), new Date(endOf(first, SLOTS - 1)), SLOT_MINUTES, PAUSE_MINUTES],
  );
  return first;
}

async function openRoom(organizer: Visitor, slug: string): Promise<void> {
  await organizer.ask(`/api/rooms/${slug}/join`, { json: { tab: "tab-of-the-host" } });
  const opened = await organizer.ask(`/api/rooms/${slug}/session`, { json: { action: "open" } });
  expect(opened.status).toBe(200);
}

/** An event that is on air, with everybody in it who is there in time. */
async function anAfternoon(person: (nth: number) => Promise<Parameters<typeof attend>[2]>) {
  const organizer = await new Visitor().signInAs("organizer");
  const event = await planDraft(organizer, "Nachmittag der Gespräche", {
    template: "matchmaking",
    startsAt: new Date(),
  });
  await moveEvent(organizer, event, "publish");
  await openRoom(organizer, event.slug);
  const people: Afternoon["people"] = [];
  // One after the other: sign-ins and mails are limited.
  for (const nth of everybody.slice(0, PLANNED_FOR)) people.push(await attend(event, nth, await person(nth)));
  const first = await shortSlots(event.id);
  return { event, people, organizer, first, talks: [], asked: [...asked] } satisfies Afternoon;
}

test("@long a matchmaking afternoon: asked, answered, wished for, planned and published, held in three slots with one late and one who steps in, judged, and reported as it went", async ({
  person,
}) => {
  test.setTimeout(60 * MINUTE);
  const names = ["Ada", "Ben", "Cem", "Dora"];
  const afternoon: Afternoon = await anAfternoon(async (nth) => {
    const name = names[nth];
    return name === undefined
      ? undefined
      : person(name, { devices: true, ...(nth === CEM ? { timeZone: FAR_ZONE } : {}) });
  });
  await test.step("people ask, answer and wish", async () => {
    await askInBrowsers(afternoon);
    await askOverHttp(afternoon);
    await wishOverHttp(afternoon);
    await wishInBrowser(afternoon);
  });

  const desk = await person("Henrike");
  await test.step("the organizer plans and publishes, and everybody knows", async () => {
    await signInAs(desk.page, "organizer");
    const difference = await planInBrowser(afternoon, desk.page);
    const plan = await publishedPlan(afternoon);
    expectPlan(plan, difference);
    afternoon.talks.push(...plan.map(({ slot, people }) => ({ slot, people })));
    await expectMails(afternoon, plan);
    await expectInAgenda(afternoon);
  });
  for (const nth of everybody.slice(PLANNED_FOR))
    afternoon.people.push(await attend(afternoon.event, nth, undefined));
  const minutes = Math.floor((afternoon.first - Date.now() - THEN_LEFT_MS) / MINUTE);
  await letMinutesPass(afternoon.event.id, minutes);
  afternoon.first -= minutes * MINUTE;

  await test.step("three slots of talks", async () => {
    await desk.page.goto("about:blank");
    const bots = new Bots();
    try {
      await Promise.all([allBotsPlay(afternoon, bots), allBrowsersPlay(afternoon)]);
    } finally {
      bots.end();
    }
    for (const { browser } of afternoon.people) await browser?.page.goto("about:blank");
  });
  await sayOutcomes(afternoon);
  await everybodyLeft(afternoon);
  await compareReport(afternoon);

  await desk.page.goto(`${afternoon.event.page}/talks-report`);
  await expect(desk.page.getByRole("heading", { name: "Auswertung der Gespräche" })).toBeVisible();
  await expectNoViolations(desk.page, "the report on talks");
});
