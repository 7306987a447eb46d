import type { SimulationScenario } from "livekit-client";
import { patience } from "../fixtures/environment";
import { simulate, watchConnection } from "../fixtures/livekit-scenario";
import { readMedia } from "../fixtures/media-probe";
import { expect, type Person, test } from "../fixtures/test";
import { holdWorkshop, joinLive } from "../pages/live-event";
import type { RoomPage } from "../pages/room-page";

type Fault = { /** The connection breaks, so the page must notice. */ breaks: boolean; argument?: number };

/** All of them: a new version of the library that knows another one does not compile here. */
const faults: Record<SimulationScenario, Fault> = {
  "signal-reconnect": { breaks: true },
  "resume-reconnect": { breaks: true },
  "full-reconnect": { breaks: true },
  "node-failure": { breaks: true },
  "server-leave": { breaks: true },
  // A request that livekit-server 1.13 passes over (rtc/room.go, SimulateScenario); "full-reconnect" says the same itself.
  "leave-full-reconnect": { breaks: false },
  migration: { breaks: true },
  "disconnect-signal-on-resume": { breaks: true },
  "disconnect-signal-on-resume-no-messages": { breaks: true },
  "force-tcp": { breaks: true },
  // There is no TURN over TLS in development: the client comes back by what is left.
  "force-tls": { breaks: true },
  // Three seconds of another active speaker, and a narrow line downwards: nobody may notice either.
  speaker: { breaks: false },
  "subscriber-bandwidth": { breaks: false, argument: 500_000 },
  // Strikes at the next connection, which the test brings about.
  "fail-on-v1-path": { breaks: false },
};
const gate: readonly SimulationScenario[] = ["signal-reconnect", "node-failure"];
const all = Object.keys(faults).filter((name): name is SimulationScenario => name in faults);

/** Two people, of whom the host is muted; both suffer the same fault at the same moment. */
type Pair = { host: RoomPage; guest: RoomPage };

async function expectAsBefore({ host, guest }: Pair): Promise<void> {
  for (const room of [host, guest]) {
    await room.expectFact("state", "live", 15);
    await room.expectPeople(2);
    await room.expectFact("tracks", "2");
    await expect(room.page.getByTestId("tile")).toHaveCount(2);
  }
  await guest.expectFact("mic", "on");
  await host.expectFact("mic", "off");
  await expect(guest.page.locator("[data-testid=tile][data-own=false]")).toHaveAttribute(
    "data-muted",
    "true",
  );
  await host.expectToSee();
  await host.expectToHear();
  await guest.expectToSee();
}

async function suffer({ host, guest }: Pair, scenario: SimulationScenario): Promise<void> {
  const { breaks, argument } = faults[scenario];
  const histories = await Promise.all([host, guest].map(({ page }) => watchConnection(page)));
  for (const { page } of [host, guest]) await simulate(page, scenario, argument);
  for (const history of breaks ? histories : []) {
    await expect
      .poll(history, { message: `${scenario} is noticed`, timeout: patience(20) })
      .toContainEqual(expect.stringMatching(/resuming|reconnecting|rejoining|joining/));
  }
  await expectAsBefore({ host, guest });
}

async function meet(henrike: Person, ada: Person): Promise<Pair> {
  const { slug, room: host } = await holdWorkshop(henrike, "Leitungsprobe");
  const guest = await joinLive(ada, slug);
  await host.closePanel();
  await host.mute();
  await expectAsBefore({ host, guest });
  return { host, guest };
}

const small = { devices: true, viewport: { width: 800, height: 600 } };

for (const { tag, scenarios, seconds } of [
  { tag: [], scenarios: gate, seconds: 120 },
  { tag: ["@long"], scenarios: all, seconds: 500 },
]) {
  test(`R06: ${scenarios.length} broken connections leave two people as they were`, { tag }, async ({
    person,
  }) => {
    test.setTimeout(patience(seconds));
    const henrike = await person("Henrike", small);
    const ada = await person("Ada", small);
    const pair = await meet(henrike, ada);
    for (const scenario of scenarios) {
      await test.step(scenario, async () => {
        await suffer(pair, scenario);
        if (scenario === "fail-on-v1-path") await suffer(pair, "full-reconnect");
      });
    }
    await pair.guest.expectSilence();
    for (const { page } of [henrike, ada]) expect((await readMedia(page)).getUserMedia).toBe(1);
  });
}
