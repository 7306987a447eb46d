import { expect, test } from "vitest";
import { aLiveEvent, at, enterableRoom } from "@/db/testing/rooms";
import { listMessages } from "../queries/messages";
import { hideMessage } from "./hide-message";
import { postMessage } from "./post-message";

test("a host takes a message out of everybody's view; its author cannot, nor a host of another event", async () => {
  const live = await aLiveEvent({ guests: 1 });
  const other = await aLiveEvent();
  const ada = live.people[0] ?? live.host;
  const eventId = live.event.id;
  const roomId = await enterableRoom(live.event, ada, at(1));
  const said = await postMessage({
    actor: ada.actor,
    input: { eventId, roomId, text: "Werbung", clientKey: "key-12345678" },
    now: at(2),
  });
  const messageId = said.ok ? said.value.id : "";
  const hide = (actor: typeof ada.actor, event = eventId) =>
    hideMessage({ actor, input: { eventId: event, messageId }, now: at(3) });
  expect(await hide(ada.actor)).toMatchObject({ failure: { kind: "forbidden" } });
  expect(await hide(other.host.actor, other.event.id)).toMatchObject({
    failure: { reason: "missing_message" },
  });
  expect(await hide(live.host.actor)).toMatchObject({ ok: true });
  expect(await listMessages(ada.actor, { eventId, after: null }, at(4))).toMatchObject({
    value: { messages: [] },
  });
});
