import type { Page } from "@playwright/test";
import { z } from "zod";
import { patience } from "../fixtures/environment";
import { watchConnection } from "../fixtures/livekit-scenario";
import { readMedia } from "../fixtures/media-probe";
import { expect, test } from "../fixtures/test";
import { holdWorkshop, joinLive } from "../pages/live-event";

const small = { devices: true, viewport: { width: 800, height: 600 } };
/** No packet leaves this browser by UDP: as behind a firewall that lets web pages through and nothing else. */
const WITHOUT_UDP = ["", "force-"].map(
  (older) => `--${older}webrtc-ip-handling-policy=disable_non_proxied_udp`,
);
/** The browser holds back packets only of connections that were made while it held back some already: no line is without this. */
const FINE = { latency: 1, downloadThroughput: -1, uploadThroughput: -1, packetLoss: 0 };
const POOR = { latency: 300, downloadThroughput: 32_000, uploadThroughput: 32_000, packetLoss: 5 };

const wayRow = z.array(z.object({ protocol: z.string(), lost: z.number() }));
/** By which protocol each open connection of the page sends, and how many packets of sound it missed so far. */
const waysOf = async (page: Page) =>
  wayRow.parse(
    await page.evaluate(async () => {
      const open = [...window.mediaProbe.connections].filter(
        ({ connectionState }) => connectionState === "connected",
      );
      return Promise.all(
        open.map(async (connection) => {
          const stats = new Map(
            [...(await connection.getStats()).values()].map((one) => [String(one.id), one] as const),
          );
          const all = [...stats.values()];
          const transport = all.find(({ type }) => type === "transport");
          const pair = stats.get(transport?.selectedCandidatePairId);
          const lost = all
            .filter(({ type, kind }) => type === "inbound-rtp" && kind === "audio")
            .reduce((sum, one) => sum + one.packetsLost, 0);
          return { protocol: String(stats.get(pair?.localCandidateId)?.protocol), lost };
        }),
      );
    }),
  );

test("R20: whoever cannot send by UDP takes part by TCP, and sees and hears like everybody", async ({
  person,
}) => {
  test.setTimeout(patience(120));
  const henrike = await person("Henrike", small);
  const ada = await person("Ada", { ...small, own: { add: WITHOUT_UDP } });
  const { slug, room: host } = await holdWorkshop(henrike, "Nur das Nötigste");
  const guest = await joinLive(ada, slug);
  for (const room of [host, guest]) {
    await room.expectPeople(2);
    await room.expectToSee();
    await room.expectToHear();
  }
  const ways = await waysOf(ada.page);
  expect(ways.length).toBeGreaterThan(0);
  expect(ways.map(({ protocol }) => protocol)).toEqual(ways.map(() => "tcp"));
  expect((await waysOf(henrike.page)).map(({ protocol }) => protocol)).toContain("udp");
});

test("R20: with 300 ms, 256 kbit/s and every twentieth packet lost, sound still arrives in both directions", async ({
  person,
}) => {
  test.setTimeout(patience(150));
  const henrike = await person("Henrike", small);
  const ada = await person("Ada", { ...small, own: {} });
  const network = await ada.context.newCDPSession(ada.page);
  await network.send("Network.enable");
  await network.send("Network.emulateNetworkConditions", { offline: false, ...FINE });
  const { slug, room: host } = await holdWorkshop(henrike, "Schlechte Leitung");
  const guest = await joinLive(ada, slug);
  for (const room of [host, guest]) await room.expectToHear();
  const said = await watchConnection(ada.page);

  const before = await waysOf(ada.page);
  await network.send("Network.emulateNetworkConditions", { offline: false, ...POOR });
  const sumOf = (ways: z.output<typeof wayRow>) => ways.reduce((sum, { lost }) => sum + lost, 0);
  // Proof that the line is as poor as it is meant to be.
  await expect
    .poll(async () => sumOf(await waysOf(ada.page)) - sumOf(before), { timeout: patience(30) })
    .toBeGreaterThan(10);
  for (const room of [host, guest]) await room.expectToHear();
  await guest.expectInside("main");
  expect(await said(), "the connection never had to be made anew").not.toContain("rejoining");

  await network.send("Network.emulateNetworkConditions", { offline: false, ...FINE });
  await guest.expectToSee();
  expect((await readMedia(ada.page)).getUserMedia).toBe(1);
});
