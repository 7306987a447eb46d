import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { asides } from "@/db/schema/rooms-beside";
import { system } from "@/db/testing/actors";
import { aLiveEvent, anOpenRound, arrive, at, enterableRoom } from "@/db/testing/rooms";
import { endListening } from "./end-listening";
import { listenIn } from "./listen-in";

test("listening ends at the word of the system, and of nobody else", async () => {
  const live = await aLiveEvent({ guests: 3 });
  const { event, host, people } = live;
  await anOpenRound(live, { rule: "groups", groupSize: 3 });
  await arrive(event, people, at(13));
  const [ada] = people;
  if (!ada) throw new Error("nobody joined");
  const roomId = await enterableRoom(event, ada, at(20));
  await listenIn({ actor: host.actor, input: { eventId: event.id, roomId }, now: at(20) });
  const rows = () => db().select().from(asides).where(eq(asides.eventId, event.id));
  const input = { eventId: event.id, admissionIds: [host.admissionId] };
  for (const { actor } of [host, ada])
    expect(await endListening({ actor, input, now: at(25) })).toMatchObject({
      failure: { kind: "forbidden" },
    });
  expect(await rows()).toMatchObject([{ roomId }]);
  expect(await endListening({ actor: system, input, now: at(25) })).toMatchObject({ ok: true });
  expect(await rows()).toEqual([]);
});
