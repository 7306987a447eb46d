import { RoomEvent } from "@livekit/rtc-node";
import { afterAll, expect, test } from "vitest";
import { refusalOf } from "@/db/testing/refusals";
import { aLiveEvent, joined } from "@/db/testing/rooms";
import { connect, disconnectAll, once, speak } from "@/lib/livekit/testing/bot";
import { whereAmI } from "../queries";
import { closeAllMicrophones, muteAll } from "./mute-all";

afterAll(disconnectAll);

test("every open microphone is muted but those of the hosts; participants mute nobody", async () => {
  const now = new Date();
  const { event, host, people } = await aLiveEvent({ startsAt: now, guests: 2 });
  const [ada, ben] = people;
  if (!ada || !ben) throw new Error("two guests are needed");
  const bots = [];
  for (const { actor, tab } of [host, ada, ben]) {
    await joined(event, actor, { tab, now });
    const here = await whereAmI(actor, { slug: event.slug, tab }, now);
    if (!here.ok || here.value.state !== "room") throw new Error("all belong to the plenary");
    bots.push(await connect(here.value.target.token));
  }
  const [ofHost, ofAda, ofBen] = bots;
  if (!ofHost || !ofAda || !ofBen) throw new Error("three bots are needed");
  for (const bot of [ofHost, ofAda]) {
    const heard = once(ofBen, RoomEvent.TrackSubscribed);
    await speak(bot);
    await heard;
  }
  const input = { eventId: event.id };
  expect(refusalOf(await muteAll({ actor: ada.actor, input, now }))).toBe("forbidden not_allowed");
  expect(await muteAll({ actor: host.actor, input, now })).toMatchObject({ ok: true });
  const muted = once(ofBen, RoomEvent.TrackMuted);
  expect(await closeAllMicrophones(event.id, now)).toBe(1);
  await muted;
  expect(await closeAllMicrophones(event.id, now)).toBe(0);
});
