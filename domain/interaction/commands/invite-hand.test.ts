import { expect, test } from "vitest";
import { aLiveEvent, at } from "@/db/testing/rooms";
import { inviteHand } from "./invite-hand";
import { raiseHand } from "./raise-hand";

test("only hosts invite, only raised hands are invited, and an open invitation is not repeated", async () => {
  const live = await aLiveEvent({ guests: 1 });
  const ada = live.people[0] ?? live.host;
  const input = { eventId: live.event.id, admissionId: ada.admissionId };
  const invite = (actor = live.host.actor) => inviteHand({ actor, input, now: at(10) });
  expect(await invite()).toMatchObject({ failure: { reason: "no_hand" } });
  await raiseHand({ actor: ada.actor, input: { eventId: live.event.id }, now: at(5) });
  expect(await invite(ada.actor)).toMatchObject({ failure: { kind: "forbidden" } });
  expect(await invite()).toMatchObject({ ok: true });
  expect(await invite()).toMatchObject({ failure: { reason: "wrong_state" } });
});
