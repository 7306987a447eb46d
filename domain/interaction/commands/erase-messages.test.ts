import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { chatMessages } from "@/db/schema/interaction";
import { captionWriters } from "@/db/schema/interaction-captions";
import { system } from "@/db/testing/actors";
import { aLiveEvent, at, plenaryOf, some } from "@/db/testing/rooms";
import { listMessages } from "../queries/messages";
import { eraseMessages } from "./erase-messages";
import { postMessage } from "./post-message";

it("empties what one has said and nothing else; the others see that something stood there", async () => {
  const { event, host, people } = await aLiveEvent({ guests: 2 });
  const plenary = await plenaryOf(event);
  for (const { actor } of people) {
    const input = {
      eventId: event.id,
      roomId: plenary.id,
      scope: "room",
      text: "Hallo",
      clientKey: "key-00000001",
    };
    expect((await postMessage({ actor, input, now: at(5) })).ok).toBe(true);
  }
  const [gone] = some(people, 2);
  const writers = people.map(({ admissionId }) => ({
    eventId: event.id,
    admissionId,
    language: "de" as const,
  }));
  await db().insert(captionWriters).values(writers);
  const input = { admissionIds: gone ? [gone.admissionId] : [] };
  expect(await eraseMessages({ actor: system, input })).toMatchObject({ value: { gone: 1 } });
  expect(await db().$count(chatMessages)).toBeGreaterThanOrEqual(2);
  const read = await listMessages(host.actor, { eventId: event.id, after: null }, at(6));
  const texts = read.ok ? read.value.messages.map(({ text }) => text).sort() : [];
  expect(texts).toEqual(["", "Hallo"]);
  expect(await db().$count(captionWriters, eq(captionWriters.eventId, event.id))).toBe(1);
  expect(await eraseMessages({ actor: host.actor, input })).toMatchObject({ failure: { kind: "not_found" } });
});
