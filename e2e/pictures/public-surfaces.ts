import type { Page } from "@playwright/test";
import { freshAddress } from "../security/registering-over-http";
import { type Surface, send, sendStale, unfold } from "./surface";

// A form with files goes to a door of its own.
const FORM = "form[action$='/registrations']";
const WEEK = "form[action='/api/registrations/week']";

/** Answers the first question, which brings up the second one. */
const answerRole = (page: Page) => page.locator(`${FORM} input[type=radio][name^='q.']`).first().check();

async function fillWeek(page: Page): Promise<void> {
  await page.locator(`${WEEK} input[name=name]`).fill("Anke Beispiel");
  await page.locator(`${WEEK} input[name=email]`).fill(freshAddress("woche"));
}

async function tickAll(page: Page): Promise<void> {
  await fillWeek(page);
  for (const box of await page.locator(`${WEEK} input[name=eventIds]`).all()) await box.check();
}

/** A file that no form of ours takes, sent past the script that weighs it. */
async function sendTooMuch(page: Page): Promise<void> {
  await page.locator(`${FORM} input[name=name]`).fill("Anke Beispiel");
  await page.locator(`${FORM} input[type=file]`).setInputFiles({
    name: "datenblatt.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.alloc(21 * 1024 * 1024),
  });
  await page.locator(FORM).evaluate((form: HTMLFormElement) => form.submit());
  await page.locator("h1").waitFor();
  await page.waitForLoadState();
}

const nobody = (name: string, path: Surface["path"], steps?: Surface["steps"]): Surface => ({
  ...{ name, who: "nobody", path },
  ...(steps ? { steps } : {}),
});

/** What strangers see. */
export const publicSurfaces: readonly Surface[] = [
  nobody("home", () => "/"),
  nobody("events", () => "/events"),
  nobody("search", () => "/events/find?q=sensor"),
  nobody("network", () => "/n/sensoriknetz-oberland"),
  nobody("network-legal", () => "/n/sensoriknetz-oberland/legal"),
  nobody("all-series", () => "/s"),
  nobody("demo-week", ({ demoWeek }) => `/s/${demoWeek}`),
  nobody("week", ({ week }) => `/s/${week}`),
  nobody("week-overlap", ({ week }) => `/s/${week}`, tickAll),
  nobody(
    "week-refused",
    ({ week }) => `/s/${week}`,
    async (page) => {
      await fillWeek(page);
      // A browser keeps what was ticked here before.
      for (const box of await page.locator(`${WEEK} input[name=eventIds]`).all()) await box.uncheck();
      await send(WEEK, "main [role=alert]")(page);
    },
  ),
  nobody(
    "week-answer",
    ({ week }) => `/s/${week}`,
    async (page) => {
      await tickAll(page);
      await page.locator(`${WEEK} button[type=submit]`).first().click();
      await page.waitForURL(/registered/);
    },
  ),
  nobody("event", ({ rich }) => `/e/${rich.slug}`),
  nobody("event-live", () => "/e/schwingungen-verstehen"),
  nobody("event-past", () => "/e/waermewende-im-gewerbegebiet"),
  nobody("event-full", ({ full }) => `/e/${full.slug}`),
  nobody("event-asked", ({ asked }) => `/e/${asked.slug}`),
  nobody("event-cancelled", ({ cancelled }) => `/e/${cancelled.slug}`),
  nobody("event-postponed", ({ postponed }) => `/e/${postponed.slug}`),
  nobody("event-members", ({ members }) => `/e/${members.slug}`),
  nobody("register", ({ rich }) => `/e/${rich.slug}/register`),
  nobody("register-condition", ({ rich }) => `/e/${rich.slug}/register`, answerRole),
  nobody("register-refused", ({ rich }) => `/e/${rich.slug}/register`, send(FORM, ".error-summary")),
  nobody(
    "register-file",
    ({ rich }) => `/e/${rich.slug}/register`,
    async (page) => {
      await answerRole(page);
      await page.locator(`${FORM} input[type=file]`).setInputFiles({
        name: "datenblatt.pdf",
        mimeType: "application/pdf",
        buffer: Buffer.from("%PDF-1.7\n"),
      });
      await page.locator(FORM).evaluate((form: HTMLFormElement) => form.submit());
      await page.waitForURL(/register$/);
      await page.locator(".error-summary").waitFor();
    },
  ),
  nobody("too-large", ({ rich }) => `/e/${rich.slug}`, sendTooMuch),
  nobody("invitation", ({ code }) => `/i/${code}`),
  nobody("invitation-gone", () => "/i/missing"),
  nobody("unsubscribe", ({ unsubscribe }) => unsubscribe),
  nobody("login", () => "/login"),
  nobody("login-code", () => "/login/code"),
  nobody("technik", () => "/technik"),
  nobody("imprint", () => "/impressum"),
  nobody("privacy", () => "/datenschutz"),
  nobody("missing", () => "/missing"),
];

const OWN = "details.fold";

/** What whoever is registered sees. */
export const participantSurfaces: readonly Surface[] = [
  { name: "own", who: "own", path: ({ own }) => `/r/${own.id}` },
  { name: "own-unfolded", who: "own", path: ({ own }) => `/r/${own.id}`, steps: unfold(OWN) },
  {
    ...{ name: "own-colleague-refused", who: "own", path: ({ own }) => `/r/${own.id}` },
    steps: async (page) => {
      await unfold(OWN)(page);
      await send("form[action$='/colleague']", "main [role=alert], .error-summary")(page);
    },
  },
  { name: "own-colleagues-full", who: "crowd", path: ({ crowd }) => `/r/${crowd.id}` },
  {
    ...{ name: "own-colleagues-refused", who: "crowd", path: ({ crowd }) => `/r/${crowd.id}` },
    steps: sendStale(
      "colleague",
      { form: "colleague", name: "Ben Beispiel", email: "ben.beispiel@example.org" },
      "main [role=alert]",
    ),
  },
  { name: "signin-other", who: "beside", path: ({ other }) => other },
  { name: "confirmed", who: "own", path: ({ rich }) => `/e/${rich.slug}/registered` },
  { name: "waiting", who: "waiting", path: ({ full }) => `/e/${full.slug}/registered?state=waiting` },
  { name: "own-waiting", who: "waiting", path: ({ waiting }) => `/r/${waiting.id}` },
  { name: "own-offer", who: "offered", path: ({ offered }) => `/r/${offered.id}` },
  { name: "own-cancelled", who: "gone", path: ({ gone }) => `/r/${gone.id}` },
  { name: "asked", who: "pending", path: ({ asked }) => `/e/${asked.slug}/registered?state=pending` },
  { name: "own-asked", who: "pending", path: ({ pending }) => `/r/${pending.id}` },
  { name: "me", who: "participant", path: () => "/me", steps: unfold("details.earlier") },
  { name: "me-talks", who: "participant", path: () => "/me/talks" },
  { name: "me-profile", who: "participant", path: () => "/me/profile" },
  { name: "me-data", who: "participant", path: () => "/me/data", steps: unfold("main details") },
  { name: "me-copy", who: "participant", path: () => "/me/data/copy" },
  { name: "event-members-own", who: "organizer", path: ({ members }) => `/e/${members.slug}/register` },
  { name: "offered-role", who: "invited", path: ({ offer }) => offer },
];
