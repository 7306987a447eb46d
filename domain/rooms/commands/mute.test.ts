import { RoomEvent } from "@livekit/rtc-node";
import { afterAll, expect, test } from "vitest";
import { aLiveEvent, joined } from "@/db/testing/rooms";
import { connect, disconnectAll, once, speak } from "@/lib/livekit/testing/bot";
import { whereAmI } from "../queries";
import { mute } from "./mute";

afterAll(disconnectAll);

test("a host mutes an open microphone at everybody's; participants mute nobody", async () => {
  const now = new Date();
  const { event, host, people } = await aLiveEvent({ startsAt: now, guests: 1 });
  const ada = people[0] ?? host;
  const bots = [];
  for (const { actor, tab } of [ada, host]) {
    await joined(event, actor, { tab, now });
    const here = await whereAmI(actor, { slug: event.slug, tab }, now);
    if (!here.ok || here.value.state !== "room") throw new Error("both belong to the plenary");
    bots.push(await connect(here.value.target.token));
  }
  const [speaker, listener] = bots;
  if (!speaker || !listener) throw new Error("two bots are needed");
  const heard = once(listener, RoomEvent.TrackSubscribed);
  await speak(speaker);
  await heard;
  const input = { eventId: event.id, admissionId: ada.admissionId };
  expect(await mute({ actor: ada.actor, input, now })).toMatchObject({ failure: { kind: "forbidden" } });
  const muted = once(listener, RoomEvent.TrackMuted);
  expect(await mute({ actor: host.actor, input, now })).toMatchObject({ value: { muted: 1 } });
  await muted;
  expect(await mute({ actor: host.actor, input, now })).toMatchObject({ value: { muted: 0 } });
  const nobody = { ...input, admissionId: "adm_00000000" };
  expect(await mute({ actor: host.actor, input: nobody, now })).toMatchObject({
    failure: { reason: "missing_person" },
  });
});
