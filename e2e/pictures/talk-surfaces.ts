import { expect, type Page } from "@playwright/test";
import { z } from "zod";
import { sql } from "../fixtures/database";
import { patience } from "../fixtures/environment";
import { moveTalk } from "../fixtures/passing-time";
import { TALK_EVENT } from "../pages/talks";
import { type Surface, send, unfold } from "./surface";
import type { World } from "./world";

type Steps = Surface["steps"];
type Path = Surface["path"];

const of =
  (who: Surface["who"]) =>
  (name: string, path: Path, steps?: Steps): Surface => ({
    ...{ name, who, path },
    ...(steps ? { steps } : {}),
  });
const anna = of("participant");
const mine = of("talker");

const TALKS = `/me/talks?event=${TALK_EVENT}`;
const all = unfold("main details");

/** Of the first cards, each with another of its folds open: why, the wish, and what does not fit. */
const cardsUnfolded = async (page: Page) => {
  for (const at of [1, 2, 3]) await unfold(`.sg:nth-child(${at}) .sg__more details:nth-of-type(${at})`)(page);
};

const search = (kind: string, typed: string) => (page: Page) =>
  page.locator(`#${kind} input[type=search]`).fill(typed);

async function offerNoTime(page: Page): Promise<void> {
  for (const box of await page.locator("form.asksheet input[type=checkbox]").all()) await box.uncheck();
  await send("form.asksheet", "main [role=alert], .error-summary")(page);
}

const talk = (name: string, which: "ahead" | "over" | "missed", steps?: Steps) =>
  mine(name, ({ talks }) => `/me/talks/${talks[which].id}`, steps);

/** A talk of today that is not about to be: it stays where it was booked in every other picture. */
const soon = ({ talks }: World) => moveTalk(talks.ahead, { startsIn: 100, endsIn: 1300 });
const later = ({ talks }: World) => moveTalk(talks.ahead, { startsIn: 14_400, endsIn: 15_600 });

const asked = ({ talks }: World) =>
  `/me/talks/ask?event=${TALK_EVENT}&with=${talks.people.earlier.personId}&after=${talks.over.id}`;

const profile: readonly Surface[] = [
  mine("profile-talks", () => "/me/profile", all),
  mine("profile-search", () => "/me/profile", search("needs", "cobot")),
  mine(
    "profile-refused",
    () => "/me/profile",
    async (page) => {
      await unfold("main details")(page);
      await page
        .locator("textarea[name=hiddenFrom]")
        .fill(Array.from({ length: 25 }, (_, at) => `Firma ${at}`).join("\n"));
      await send("form[action='/api/me/listing']", ".error-summary, main [role=alert]")(page);
    },
  ),
];

const requests: readonly Surface[] = [
  anna("talks-suggestions", () => TALKS, cardsUnfolded),
  of("talkless")("talks-none", () => TALKS),
  mine("talks-requests", () => `${TALKS}&tab=requests`),
  mine("talk-ask", asked),
  mine("talk-ask-refused", asked, offerNoTime),
  mine("talk-request", ({ talks }) => `/me/talks/requests/${talks.incoming}`),
  mine("talk-counter", ({ talks }) => `/me/talks/requests/${talks.incoming}/times`),
  mine("talk-change", ({ talks }) => `/me/talks/requests/${talks.outgoing}/times`),
  mine("talk-agree", ({ talks }) => `/me/talks/invitations/${talks.agreeing}`),
  of("mailed")("talk-request-mailed", ({ talks }) => `/me/talks/requests/${talks.outgoing}`),
  of("mailed")("talk-counter-mailed", ({ talks }) => `/me/talks/requests/${talks.outgoing}/times`),
  mine("talk-invited", ({ talks }) => `/me/talks/invitations/${talks.invited}`),
];

const agreed: readonly Surface[] = [
  { ...mine("talks-plan", () => `${TALKS}&tab=plan`), before: later },
  mine("talks-times", () => `${TALKS}&tab=times`),
  of("talkless")("times-calendars", () => `${TALKS}&tab=times`),
  of("talkless")(
    "times-calendar-refused",
    () => `${TALKS}&tab=times`,
    async (page) => {
      await page.locator("form[action='/api/me/calendars'] input[name=address]").fill("kalender.example.org");
      await send("form[action='/api/me/calendars']", "main [role=alert]")(page);
    },
  ),
  of("host")("talk-group", ({ talks }) => `/me/talks/${talks.group.id}`, all),
  of("left")("talk-group-left", () => "/me/talks?done=left"),
  { ...talk("talk-ahead", "ahead", all), before: later },
  { ...mine("talk-day", () => "/me"), before: later },
  {
    ...mine("talk-banner", () => "/me"),
    before: soon,
    steps: (page) => page.locator(".talkbar").waitFor(),
  },
  { ...talk("talk-over", "over"), before: later },
  talk("talk-missed", "missed"),
];

const board = (world: World) => `/s/${world.demoWeek}/board`;
const boards: readonly Surface[] = [
  anna("board", board),
  of("nobody")("board-guest", board),
  anna("board-search", (world) => `${board(world)}?q=Messung&kind=need`),
  anna("board-none", (world) => `${board(world)}?q=Quastenflosser`),
  anna("board-new", (world) => `${board(world)}/new`),
  anna(
    "board-new-refused",
    (world) => `${board(world)}/new`,
    send("form:has([name=title])", ".error-summary"),
  ),
  of("organizer")(
    "board-new-office",
    (world) => `${board(world)}/new`,
    async (page) => {
      await page.locator("main a[href*='?for=']").first().click();
      await page.locator("input[name=anonymous]").waitFor();
    },
  ),
  anna("entry", (world) => `${board(world)}/${world.board.entry}`, all),
  of("nobody")("entry-guest", (world) => `${board(world)}/${world.board.entry}`),
  of("organizer")("entry-moderate", (world) => `${board(world)}/${world.board.entry}`),
  anna("entry-anonymous", (world) => `${board(world)}/${world.board.anonymous}`),
  mine("entry-asked", (world) => `${board(world)}/${world.board.anonymous}`),
  of("organizer")("entry-anonymous-office", (world) => `${board(world)}/${world.board.anonymous}`),
  mine("entry-own", (world) => `${board(world)}/${world.board.ownEntry}`, all),
  mine("entry-edit", (world) => `${board(world)}/${world.board.ownEntry}/edit`),
  of("organizer")("office-board", () => "/o/sensoriknetz-oberland/office/board"),
  of("organizer")(
    "office-topics",
    () => "/o/sensoriknetz-oberland/office/topics",
    unfold("main details:first-of-type"),
  ),
];

/** The youngest mail of a kind, as its HTML is, in the language of the view. */
async function showMail(page: Page, kind: string): Promise<void> {
  const locale = (await page.evaluate(() => navigator.language)).slice(0, 2);
  const youngest = "select html from mails where kind = $1 and locale = $2 order by created_at desc limit 1";
  const found = () => sql(z.object({ html: z.string() }), youngest, [kind, locale]);
  const timeout = patience(40);
  await expect.poll(async () => (await found()).length, { message: `${kind} in ${locale}`, timeout }).toBe(1);
  await page.goto("about:blank");
  await page.setContent((await found())[0]?.html ?? "");
}

const mail = (name: string, kind: string): Surface =>
  of("nobody")(
    name,
    () => "/impressum",
    (page) => showMail(page, kind),
  );

/** Weekly mails are written on Mondays. */
const isMonday = new Date().getUTCDay() === 1;
const mails: readonly Surface[] = [
  mail("mail-request", "meeting.requested"),
  mail("mail-accepted", "meeting.accepted"),
  ...(isMonday ? [mail("mail-week", "entry.digest")] : []),
];

/** Everything around talks by appointment and the board, but for rooms. */
export const talkSurfaces: readonly Surface[] = [...profile, ...requests, ...agreed, ...boards];
export const mailSurfaces = mails;
