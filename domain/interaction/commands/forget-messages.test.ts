import { expect, test } from "vitest";
import { db } from "@/db/client";
import { chatMessages } from "@/db/schema/interaction";
import { guest, system } from "@/db/testing/actors";
import { MISSING, refusalOf } from "@/db/testing/refusals";
import { aLiveEvent, at, enterableRoom } from "@/db/testing/rooms";
import { keptDays } from "@/lib/privacy/retention";
import { forgetMessages } from "./forget-messages";
import { postMessage } from "./post-message";

test("P10: chat goes thirty days after the event, to the second, in batches, and by the machine alone", async () => {
  const live = await aLiveEvent({ guests: 1 });
  const [ada] = live.people;
  if (!ada) throw new Error("a guest is needed");
  const roomId = await enterableRoom(live.event, ada, at(1));
  for (const key of ["key-00000001", "key-00000002", "key-00000003"]) {
    const said = { eventId: live.event.id, roomId, scope: "room", text: "Hallo", clientKey: key };
    const posted = await postMessage({ actor: ada.actor, input: said, now: at(5) });
    expect(posted.ok).toBe(true);
  }
  const later = (seconds: number) =>
    new Date(live.event.endsAt.getTime() + keptDays.chat * 24 * 3_600_000 + seconds * 1_000);
  const forget = (now: Date) => forgetMessages({ actor: system, input: { limit: 2 }, now });
  expect(refusalOf(await forgetMessages({ actor: guest, input: {}, now: later(1) }))).toBe(MISSING);
  expect(await forget(later(-1))).toEqual({ ok: true, value: { gone: 0 } });
  expect(await db().select().from(chatMessages)).toHaveLength(3);
  expect(await forget(later(1))).toEqual({ ok: true, value: { gone: 2 } });
  expect(await forget(later(1))).toEqual({ ok: true, value: { gone: 1 } });
  expect(await forget(later(1))).toEqual({ ok: true, value: { gone: 0 } });
});
