import { expect, type Page } from "@playwright/test";
import { patience } from "../fixtures/environment";
import { DESK, type Planned } from "../security/planning-over-http";
import { type Surface, send, sendStale, unfold } from "./surface";
import type { World } from "./world";

type EventOf = "rich" | "door" | "asked" | "plan" | "crowded" | "unwanted" | "published";

const desk = (name: string, path: string, steps?: Surface["steps"]): Surface => ({
  ...{ name, who: "organizer", path: () => `${DESK}${path}` },
  ...(steps ? { steps } : {}),
});

/** Somebody's own page, as those see it who run the event. */
const ofOthers = (name: string, path: Surface["path"], steps: Surface["steps"]): Surface => ({
  ...{ name, who: "organizer", path },
  ...(steps ? { steps } : {}),
});

/** A page of an event's desk. */
const of = (event: EventOf, name: string, path: string, steps?: Surface["steps"]): Surface => ({
  ...{ name, who: "organizer", path: (world: World) => `${page(world[event])}${path}` },
  ...(steps ? { steps } : {}),
});
const page = (event: Pick<Planned, "page">) => event.page;

const all = unfold("main details");

const LIST = [
  "Vorname;Nachname;E-Mail;Firma;Etikett",
  "Änne;Größer;aenne@example.org;Größe GmbH;Presse",
  "Dora;Ohne;dora@;;",
  ";;niemand@example.org;;",
];

async function readList(target: Page): Promise<void> {
  const form = target.locator("form:has(textarea[name=text])");
  await form.locator("textarea[name=text]").fill(LIST.join("\n"));
  await form.locator("button[type=submit]").click();
  await target.locator("select[name='columns.email']").waitFor();
}

async function pickAll(target: Page): Promise<void> {
  for (const box of await target.locator("input[name=registrationIds]").all()) await box.check();
  await unfold(".pickedbar details")(target);
}

const week = (target: Record<string, unknown>) =>
  JSON.stringify({
    ...{ format: "plenum-series", version: 1, series: { title: "Woche im Süden", days: 2 } },
    events: [0, 1].map((day) => ({
      ...{ title: `Vortrag ${day + 1}`, day, time: "10:00", kind: "webinar", mode: "stage", minutes: 60 },
      seats: { capacity: 20 },
    })),
    ...target,
  });

const readWeek =
  (more: Record<string, unknown>, answer: string) =>
  async (target: Page): Promise<void> => {
    await target.locator("textarea[name=file]").fill(week(more));
    await target.locator("input[name=firstDay]").fill("2027-03-01");
    await target.locator("form:has(textarea[name=file]) button[type=submit]").first().click();
    await target.locator(answer).first().waitFor();
  };

/** Opens the form for one more question and chooses what it is. */
const newQuestion = (kind: string) => async (target: Page) => {
  const add = target.locator("details.editadd").first();
  await unfold("details.editadd:first-of-type")(target);
  await add.locator(`input[name=kind][value=${kind}]`).check({ force: true });
};

const network: readonly Surface[] = [
  desk("desk", ""),
  desk("new-event", "/new", all),
  desk("new-event-refused", "/new", send("form:has(input[name=template])", ".error-summary")),
  desk("series-list", "/series"),
  desk("new-series", "/series/new"),
  { name: "series", who: "organizer", path: ({ demoWeek }) => `${DESK}/series/${demoWeek}`, steps: all },
  desk("templates", "/templates"),
  desk("template-edit", "/templates", unfold(".editrow:first-of-type details")),
  desk("series-file", "/templates/import"),
  desk("series-file-look", "/templates/import", readWeek({}, "[role=region], section ol, main ol")),
  desk(
    "series-file-refused",
    "/templates/import",
    readWeek({ version: 4 }, ".error-summary, main [role=alert]"),
  ),
  desk("office", "/office"),
  desk("office-roles", "/office/roles"),
  desk("office-look", "/office/look"),
  desk("retention", "/retention"),
];

const event: readonly Surface[] = [
  of("rich", "event-desk", ""),
  of("rich", "event-desk-unfolded", "", all),
  of("asked", "event-desk-asked", ""),
  of("rich", "people", "/people"),
  of("rich", "people-picked", "/people", pickAll),
  of("rich", "people-columns", "/people", all),
  of("rich", "people-none", "/people?q=niemand"),
  of("asked", "people-asking", "/people?status=pending"),
  { name: "person", who: "organizer", path: ({ rich, own }) => `${rich.page}/people/${own.id}`, steps: all },
  ofOthers("others-registration", ({ own }) => `/r/${own.id}`, all),
  ofOthers(
    "others-registration-refused",
    ({ forNothing }) => `/r/${forNothing.id}`,
    sendStale("cancel", {}, "main [role=alert]"),
  ),
  of("rich", "people-add", "/people/add"),
  of("rich", "people-add-refused", "/people/add", send("form:has(input[name=tags])", ".error-summary")),
  of("rich", "people-import", "/people/import"),
  of("rich", "people-import-read", "/people/import", readList),
  of("rich", "people-invite", "/people/invite"),
  of("rich", "numbers", "/numbers", all),
  { name: "numbers-demo", who: "organizer", path: () => `${DESK}/e/schwingungen-verstehen/numbers` },
  {
    name: "talks-report",
    who: "organizer",
    path: () => "/o/regionale-wertschoepfung-heideland/e/angebote-treffen-gesuche/talks-report",
    steps: all,
  },
  {
    name: "series-talks-report",
    who: "organizer",
    path: ({ demoWeek }) => `${DESK}/series/${demoWeek}/talks-report`,
    steps: all,
  },
  of("rich", "form", "/form"),
  of("rich", "form-unfolded", "/form", unfold(".editrow details")),
  of("rich", "form-new-file", "/form", newQuestion("file")),
  of("rich", "form-new-choice", "/form", newQuestion("choice")),
  of("rich", "roles", "/roles"),
  of("rich", "polls", "/polls", all),
  of("rich", "materials", "/materials"),
  of("rich", "materials-unfolded", "/materials", all),
  of("rich", "run", "/run"),
  of("door", "run-late", "/run"),
  of("rich", "copy", "/copy"),
  of("rich", "mails", "/mails"),
  of("rich", "mails-refused", "/mails", send("form:has([name=subjectDe])", ".error-summary")),
  {
    name: "message",
    who: "organizer",
    path: ({ rich, draftMessage }) => `${rich.page}/mails/${draftMessage}`,
    steps: all,
  },
  of("rich", "mail-words", "/mails/words/confirmed"),
  of("rich", "mail-log", "/mail-log"),
];

const press = (selector: string) => (target: Page) => target.locator(selector).first().click();

/** A talk of the matrix; on a phone the button beside it. */
const TALK = ".pgrid [data-kind=talk], .pagenda [data-kind=talk] .btn";

/** Has the planner look for a plan, and waits for what it comes to: wishes without a place are listed there. */
async function planAnew(target: Page): Promise<void> {
  await press(".plan .btn--primary")(target);
  await target.locator(".plan__dialog select[name=seconds]").selectOption("10");
  await target.locator(".plan__dialog form button[type=submit]").click();
  await target
    .locator(".plan__dialog .stats")
    .first()
    .waitFor({ timeout: patience(40) });
  const more = target.locator(".plan__dialog .pwishes + span .btn");
  if (await more.isVisible()) await more.click();
}

/** Publishes the draft, where no view before has, and unfolds what was published. */
async function publishDraft(target: Page): Promise<void> {
  const publish = target.locator(".plan__publish .btn--match");
  if (await publish.isVisible()) {
    await publish.click();
    await target.locator("[role=dialog] .btn--match").click();
    await publish.waitFor({ state: "hidden" });
  }
  await target.locator("details:has(a[href*='/plan/versions/']) > summary").click();
}

/** Talks of half an hour would begin at other times than those of the draft. */
async function refuseHours(target: Page): Promise<void> {
  const form = target.locator("form:has(input[name=slotMinutes])");
  await form.locator("input[name=slotMinutes]").fill("30");
  await form.locator("button[type=submit]").click();
  await target.locator("form[data-refused=true] [role=alert]").waitFor();
}

/** The plan of an event's talks; with one of them chosen, its bar and the cells that are open to it are seen. */
const talks: readonly Surface[] = [
  of("plan", "plan", "/plan"),
  of("plan", "plan-people", "/plan?view=people"),
  of("plan", "plan-people-selected", "/plan?view=people", press(TALK)),
  of("plan", "plan-people-out", "/plan?view=people", async (page) => {
    await press(TALK)(page);
    await press(".plan__takeout")(page);
  }),
  of("plan", "plan-list-selected", "/plan?view=list", press(".pline .btn")),
  of("plan", "plan-list", "/plan?view=list"),
  of("plan", "plan-tables", "/plan?view=tables"),
  of("plan", "plan-tables-selected", "/plan?view=tables", press(TALK)),
  of("plan", "plan-without", "/plan?view=without"),
  of("crowded", "plan-without-all", "/plan?view=without"),
  of("plan", "plan-rules", "/plan?view=list", unfold(".plan details.fold")),
  of("crowded", "plan-result", "/plan", planAnew),
  of("crowded", "plan-result-unplaced", "/plan", async (target) => {
    await planAnew(target);
    await target
      .locator(".plan__dialog h3.strong")
      .first()
      .evaluate((title) => title.scrollIntoView());
  }),
  of("plan", "talk-desk", "/tables"),
  {
    ...{ name: "talk-desk-demo", who: "organizer" },
    path: () => "/o/regionale-wertschoepfung-heideland/e/angebote-treffen-gesuche/tables",
  },
  of("published", "plan-versions", "/plan", publishDraft),
  of("published", "plan-version", "/plan/versions/1"),
  of("unwanted", "plan-unwanted", "/plan"),
  of("unwanted", "plan-unwanted-list", "/plan?view=list"),
  of("plan", "talk-hours-refused", "/tables", refuseHours),
  of("plan", "plan-dialog", "/plan", press(".plan .btn--primary")),
  of("plan", "plan-publish", "/plan", press(".plan__publish .btn--match")),
  {
    name: "plan-live",
    who: "organizer",
    path: () => "/o/regionale-wertschoepfung-heideland/e/angebote-treffen-gesuche/plan?view=live",
  },
];

const door = (name: string, path: string, steps?: Surface["steps"]): Surface => ({
  ...{ name, who: "organizer", path: (world: World) => `/checkin/${world.door.slug}${path}` },
  ...(steps ? { steps } : {}),
});

/** What the office and the people at the door see. */
export const deskSurfaces: readonly Surface[] = [
  ...network,
  ...event,
  ...talks,
  door("door", ""),
  door("door-search", "?q=e", all),
  door("door-list", "/list"),
  door("badges", "/badges"),
  {
    ...{ name: "console", who: "organizer", path: () => "/console/schwingungen-verstehen" },
    // Who is there comes by itself, after the page.
    steps: async (target) => {
      await target.locator(".rm-page input[type=search]").waitFor();
      await expect(target.getByText(/^(?:Wird geladen|Loading)/)).toHaveCount(0);
    },
  },
];
