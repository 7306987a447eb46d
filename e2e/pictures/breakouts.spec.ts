import type { Page } from "@playwright/test";
import { Bots } from "../fixtures/bots";
import { patience } from "../fixtures/environment";
import { expect, test } from "../fixtures/test";
import { signInAs } from "../pages/desk-page";
import { holdWorkshop } from "../pages/live-event";
import { RoomPage } from "../pages/room-page";
import { type Attendee, attendeesOf, goes, HostDesk } from "./breakout-world";
import { failed, isWanted, look } from "./look";
import { become } from "./open-surface";
import { views } from "./views";

type Stage = {
  slug: string;
  desk: HostDesk;
  host: RoomPage;
  guest: RoomPage;
  /** The first of them is the guest with a browser, until somebody else has to be seen. */
  attendees: Attendee[];
  bots: Bots;
};
type Surface = { name: string; who: "host" | "guest"; bring: (stage: Stage) => Promise<void> };

const [BY_HAND, FREE] = ["Werkstattgespräche", "Offene Tische"];

const others = ({ attendees }: Stage) => attendees.slice(1);

/** Everybody without a browser follows the rows, into a room of this kind. */
async function everybodyGoes(stage: Stage, kind: "main" | "breakout"): Promise<void> {
  for (const one of others(stage)) {
    await expect
      .poll(() => goes(stage.slug, one, stage.bots), { timeout: patience(60), intervals: [1_000] })
      .toBe(kind);
  }
}

async function prepare({ desk, attendees }: Stage): Promise<void> {
  const rooms = ["Fördermittel", "Nachwuchs", "Lieferketten"].map((label) => ({ label, admissionIds: [] }));
  await desk.act("rounds", { title: FREE, rule: "free_choice", durationSeconds: 1_500, rooms });
  const { unassigned } = await desk.set(FREE);
  const [a, b, c, d, e] = attendees.map(
    (one) => unassigned.find(({ name }) => name === one.name)?.admissionId ?? "",
  );
  await desk.act("rounds", {
    ...{ title: BY_HAND, rule: "by_hand", durationSeconds: 1_500 },
    rooms: [
      { label: "Sensorik im Guss", admissionIds: [a, b, c] },
      { label: "Prüfstände", admissionIds: [d, e] },
    ],
  });
}

/** Ends what runs, and waits until everybody is back. */
async function callBack(stage: Stage, round: { id: string }): Promise<void> {
  await stage.desk.act(`rounds/${round.id}`, { action: "recall", seconds: 0 });
  await stage.guest.expectInside("main", 60);
}

async function listen({ host: { page } }: Stage): Promise<void> {
  await page
    .getByRole("button", { name: /^(In .* zuhören|Listen in on)/ })
    .first()
    .click();
  await expect(page.getByTestId("aside-bar")).toContainText(/Sie hören in|You are listening/, {
    timeout: patience(20),
  });
}

/** In the pause of an odd number: whoever has it is seen in the guest's browser. */
async function pauses(stage: Stage): Promise<void> {
  const { desk, guest, attendees, slug } = stage;
  const running = (await desk.rounds()).find(({ networking, state }) => networking && state === "open");
  const seated = running?.rooms.flatMap(({ people }) => people.map(({ name }) => name)) ?? [];
  const alone = attendees.find(({ name }) => !seated.includes(name));
  if (!alone) throw new Error("nobody has a pause");
  if (alone !== attendees[0]) {
    await become(guest.page, alone.visitor);
    await guest.page.goto(guest.page.url().replace(/\/room\/.*/, `/room/${slug}`));
    await guest.enter();
  }
  await guest.page.getByTestId("networking-bar").waitFor({ timeout: patience(30) });
}

/** One after the other, as an afternoon goes. */
const surfaces: readonly Surface[] = [
  {
    name: "breakouts-empty",
    who: "host",
    bring: async ({ host }) => void (await host.openPanel("breakouts")),
  },
  {
    name: "breakouts-prepared",
    who: "host",
    bring: async (stage) => {
      await prepare(stage);
      await expect(stage.host.page.getByText("Sensorik im Guss").first()).toBeVisible();
    },
  },
  {
    name: "breakouts-open",
    who: "host",
    bring: async (stage) => {
      const { desk, guest, slug, attendees } = stage;
      const { id } = await desk.set(BY_HAND);
      await desk.act(`rounds/${id}`, { action: "open" });
      await guest.expectInside("breakout", 40);
      await everybodyGoes(stage, "breakout");
      await listen(stage);
      await attendees[1]?.visitor.ask(`/api/rooms/${slug}/help`, { json: { action: "ask" } });
      await stage.host.page.locator(".rm-help").first().waitFor();
    },
  },
  {
    name: "breakouts-listened-to",
    who: "guest",
    bring: async ({ guest: { page } }) => {
      for (const note of ["aside-listen", "help-note"]) await expect(page.getByTestId(note)).toBeVisible();
    },
  },
  {
    name: "breakouts-help-call",
    who: "host",
    bring: async ({ host }) => {
      await host.closePanel();
      await expect(host.page.getByTestId("help-call")).toBeVisible();
    },
  },
  {
    name: "breakouts-free-choice",
    who: "guest",
    bring: async (stage) => {
      const { desk, guest } = stage;
      await callBack(stage, await desk.set(BY_HAND));
      await everybodyGoes(stage, "main");
      const { id } = await desk.set(FREE);
      await desk.act(`rounds/${id}`, { action: "open" });
      await guest.page
        .getByTestId("choice-bar")
        .getByRole("button")
        .click({ timeout: patience(40) });
      await expect(guest.page.getByRole("dialog")).toContainText("Lieferketten");
    },
  },
  {
    name: "breakouts-networking",
    who: "host",
    bring: async (stage) => {
      const { desk, guest, host } = stage;
      await guest.page.keyboard.press("Escape");
      await callBack(stage, await desk.set(FREE));
      await desk.act("networkings", { action: "start", rounds: 4, durationSeconds: 300, breakSeconds: 30 });
      await host.openPanel("breakouts");
      await expect(host.page.getByTestId("networking")).toContainText(/(Runde 1 von|Round 1 of) 4/, {
        timeout: patience(60),
      });
    },
  },
  { name: "breakouts-pause", who: "guest", bring: pauses },
];

const pageOf = ({ host, guest }: Stage, who: Surface["who"]): Page => (who === "host" ? host : guest).page;

for (const { name: view, prefix, locale, viewport } of views) {
  test(`pictures of breakouts, ${view}`, async ({ person }) => {
    // Each begins where the one before it ended, so that one of them brings all.
    test.skip(!surfaces.some(({ name }) => isWanted(name)), "none of them is wanted");
    test.setTimeout(patience(300));
    const office = await person("Büro", { devices: true });
    const { slug } = await holdWorkshop(office, `Fachtag Gießerei ${view}`);
    await office.page.close();
    const henrike = await person("Bilder", { devices: true, locale, viewport });
    await signInAs(henrike.page, "organizer");
    const attendees = await attendeesOf(slug);
    const { page } = await person("Mareike", { devices: true, locale, viewport });
    const bots = new Bots();
    const [host, guest] = [new RoomPage(henrike.page), new RoomPage(page)];
    const stage = { slug, desk: new HostDesk(henrike.page, slug), host, guest, attendees, bots };
    await become(page, attendees[0]?.visitor);
    const faults: string[] = [];
    try {
      for (const one of [guest, host]) {
        await one.page.goto(`${prefix}/room/${slug}`);
        await one.enter();
        await one.expectInside("main");
      }
      await everybodyGoes(stage, "main");
      for (const { name, who, bring } of surfaces) {
        await test.step(name, async () => {
          try {
            await bring(stage);
            faults.push(...(await look(pageOf(stage, who), name, view)));
          } catch (error) {
            faults.push(await failed(pageOf(stage, who), name, view, error));
          }
        });
      }
    } finally {
      bots.end();
    }
    expect(faults).toEqual([]);
  });
}
