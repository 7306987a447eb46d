import { baseUrl } from "../fixtures/environment";
import { hostsOf } from "../fixtures/hosts";
import { readMedia } from "../fixtures/media-probe";
import { expect, test } from "../fixtures/test";
import { enterByMail, openRegistration, register } from "../pages/registering";
import { RoomPage } from "../pages/room-page";

/** Live all day, without a limit of seats. */
const LIVE = "angebote-treffen-gesuche";

test("B18, S14: from the first page through registering, joining and leaving nobody but us is spoken to", async ({
  person,
}) => {
  const ada = await person("Ada", { devices: true });
  const hosts = hostsOf(ada.page);
  for (const path of ["/", "/events", "/s", "/n/sensoriknetz-oberland", `/e/${LIVE}`, "/datenschutz"]) {
    await ada.page.goto(path, { waitUntil: "load" });
  }
  await register(ada, LIVE);
  await openRegistration(ada);
  const room = await enterByMail(ada);
  await room.expectInside("main");
  const media = await readMedia(ada.page);
  await ada.page.getByRole("button", { name: "Verlassen" }).click();
  await room.page.getByRole("heading", { name: "Sie haben den Raum verlassen" }).waitFor();

  const livekit = new URL(process.env.LIVEKIT_URL ?? "").host;
  const own = new Set([new URL(baseUrl).host, livekit]);
  expect([...hosts].filter((host) => !own.has(host))).toEqual([]);
  expect(hosts.has(livekit), "the room server was reached").toBe(true);
  const foreign = media.iceServers.filter(
    (server) => !/^(stun|turns?):(127\.0\.0\.1|localhost)[:?]/.test(server),
  );
  expect(foreign, "ICE servers").toEqual([]);
});

test("B06: who only watches is never asked for a device", async ({ person }) => {
  const eva = await person("Eva");
  await register(eva, LIVE);
  // Without the link from the mail the browser holds a claim only: it watches.
  await eva.page.goto(`/room/${LIVE}`);
  const room = new RoomPage(eva.page);
  await room.expectFact("state", "waiting");
  await room.enter();
  await room.expectInside("main");
  await room.expectFact("role", "unproven");
  expect((await readMedia(eva.page)).getUserMedia).toBe(0);
  await expect(eva.page.getByRole("button", { name: "Mikrofon einschalten" })).toHaveCount(0);
});
