import { violationsOf } from "../fixtures/accessibility";
import { patience } from "../fixtures/environment";
import { expect, test } from "../fixtures/test";
import { deskSurfaces } from "../pictures/desk-surfaces";
import { openSurface } from "../pictures/open-surface";
import { participantSurfaces, publicSurfaces } from "../pictures/public-surfaces";
import { talkSurfaces } from "../pictures/talk-surfaces";
import { views } from "../pictures/views";
import { theWorld } from "../pictures/world";

/** Beside what is clicked and typed: states of rows that no other test has axe look at. */
const states = new Set([
  ...["event", "event-full", "event-asked", "event-cancelled", "event-postponed", "event-members-own"],
  ...["confirmed", "waiting", "own-waiting", "own-cancelled", "asked", "own-asked", "offered-role"],
  ...[
    "talks-none",
    "talks-requests",
    "talk-counter",
    "talk-agree",
    "talk-invited",
    "talk-missed",
    "entry-edit",
  ],
  ...["event-desk", "event-desk-asked", "people", "people-asking", "people-none", "run-late", "badges"],
  ...["plan-people", "plan-live", "plan-unwanted", "plan-unwanted-list"],
  ...["signin-other", "own-colleagues-full", "talk-request", "talk-request-mailed", "talk-counter-mailed"],
  ...["times-calendars", "talk-group-left", "entry-guest", "entry-moderate", "entry-anonymous"],
  ...["entry-asked", "entry-anonymous-office", "office-board"],
]);
/** The same page as another surface, scrolled: axe would see nothing new there. */
const alike = new Set(["plan-result-unplaced"]);
const surfaces = [...publicSurfaces, ...participantSurfaces, ...talkSurfaces, ...deskSurfaces].filter(
  ({ name, steps, before }) =>
    !alike.has(name) && (steps !== undefined || before !== undefined || states.has(name)),
);

for (const { name: view, prefix, locale, viewport } of views) {
  const isLong = view === "1280-en" || view === "390-de";
  test(`surfaces in their states have no violations (${view}${isLong ? " @long" : ""})`, async ({
    person,
  }) => {
    test.setTimeout(patience(300));
    const world = await theWorld();
    const { page } = await person("Axel", { locale, viewport });
    for (const surface of surfaces) {
      await openSurface(page, surface, { world, prefix });
      expect.soft(await violationsOf(page), surface.name).toEqual([]);
    }
  });
}
