import { RoomEvent } from "@livekit/rtc-node";
import { eq } from "drizzle-orm";
import { afterAll, expect, test, vi } from "vitest";
import { db } from "@/db/client";
import { outbox } from "@/db/schema/kernel";
import { aLiveEvent, joined } from "@/db/testing/rooms";
import { roomService } from "@/lib/livekit/room-service";
import { connect, disconnectAll, once, speak } from "@/lib/livekit/testing/bot";
import { whereAmI } from "../queries";
import { closeMicrophones, mute } from "./mute";

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
  expect(await mute({ actor: host.actor, input, now })).toMatchObject({ ok: true });
  const told = await db().select().from(outbox).where(eq(outbox.kind, "participant.muted"));
  expect(told.map(({ payload }) => payload)).toEqual([input]);
  expect(await closeMicrophones(input)).toBe(1);
  await muted;
  expect(await closeMicrophones(input)).toBe(0);
  const nobody = { ...input, admissionId: "adm_00000000" };
  expect(await mute({ actor: host.actor, input: nobody, now })).toMatchObject({
    failure: { reason: "missing_person" },
  });
});

test("asks LiveKit nothing before the commit, so that one that hangs holds no row", async () => {
  const now = new Date();
  const { event, host, people } = await aLiveEvent({ startsAt: now, guests: 1 });
  const asked = vi.spyOn(roomService, "listParticipants");
  const input = { eventId: event.id, admissionId: (people[0] ?? host).admissionId };
  expect(await mute({ actor: host.actor, input, now })).toMatchObject({ ok: true });
  expect(asked).not.toHaveBeenCalled();
  asked.mockRestore();
});
