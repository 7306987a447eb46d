import { expect, test } from "vitest";
import { db } from "@/db/client";
import { chatMessages } from "@/db/schema/interaction";
import { guest, system } from "@/db/testing/actors";
import { aLiveEvent, at, enterableRoom } from "@/db/testing/rooms";
import { CHAT_KEPT_MS, forgetMessages } from "./forget-messages";
import { postMessage } from "./post-message";

test("chat goes after thirty days, and by the machine alone", async () => {
  const live = await aLiveEvent({ guests: 1 });
  const [ada] = live.people;
  if (!ada) throw new Error("a guest is needed");
  const roomId = await enterableRoom(live.event, ada, at(1));
  const said = { eventId: live.event.id, roomId, scope: "room", text: "Hallo", clientKey: "key-00000001" };
  await postMessage({ actor: ada.actor, input: said, now: at(5) });
  const later = (ms: number) => new Date(at(5).getTime() + CHAT_KEPT_MS + ms);
  expect((await forgetMessages({ actor: guest, input: {}, now: later(60_000) })).ok).toBe(false);
  await forgetMessages({ actor: system, input: {}, now: later(-60_000) });
  expect(await db().select().from(chatMessages)).toHaveLength(1);
  const result = await forgetMessages({ actor: system, input: {}, now: later(60_000) });
  expect(result).toEqual({ ok: true, value: { messages: 1 } });
});
