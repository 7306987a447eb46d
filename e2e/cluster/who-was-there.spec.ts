import { killPart } from "../fixtures/browser-processes";
import { patience } from "../fixtures/environment";
import { revive, signalTo } from "../fixtures/processes";
import { expect } from "../fixtures/test";
import { HOST_NAME, holdWorkshop, joinLive } from "../pages/live-event";
import { nodeOf } from "./nodes";
import { namesHere, staysOf } from "./rows";
import { expectTogether, test } from "./test";

/** A browser says every 30 seconds that it is there: nobody is known to have been there for longer. */
const HEARTBEAT_MS = 30_000;
/** A stay without a word of its end is closed after two looks, one a minute. */
const LOOKS_SECONDS = 190;

test("whoever left while their room server was gone was there until then, and everybody else is there once @long", async ({
  arrive,
}) => {
  test.setTimeout(patience(200) + LOOKS_SECONDS * 1000);
  const henrike = await arrive("Henrike", { app: 1, node: 1 });
  const ada = await arrive("Ada", { app: 2, node: 2 });
  const ben = await arrive("Ben", { app: 2, node: 1 });
  const { slug, room: host } = await holdWorkshop(henrike.person, "Wer war da");
  const rooms = [host, await joinLive(ada.person, slug)];
  await expectTogether([...rooms, await joinLive(ben.person, slug)]);
  for (const { led } of [henrike, ada]) led.mayChange();

  const lost = await nodeOf(host.page);
  signalTo(`livekit-${lost}`, "SIGKILL");
  const leftAt = Date.now();
  // No good-bye reaches anybody: the app is not told when a browser is killed, and the room server is gone.
  await killPart(ben.person, "whole");
  await expectTogether(rooms, 20);
  await revive(`livekit-${lost}`);

  const here = [HOST_NAME, ada.person.name].toSorted();
  await expect
    .poll(() => namesHere(slug), { message: "stays that go on", timeout: LOOKS_SECONDS * 1000 })
    .toEqual(here);
  const [stay, ...others] = (await staysOf(slug)).filter(({ name }) => name === ben.person.name);
  expect(others).toEqual([]);
  expect(Math.abs((stay?.left?.getTime() ?? 0) - leftAt)).toBeLessThan(HEARTBEAT_MS + 5_000);
});
