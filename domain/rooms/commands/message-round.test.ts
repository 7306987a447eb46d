import { expect, test } from "vitest";
import { aDraft, aLiveEvent, anOpenRound, at } from "@/db/testing/rooms";
import { listRounds } from "../queries";
import { messageRound } from "./message-round";

test("every room of the round reads the newest message", async () => {
  const live = await aLiveEvent({ guests: 2 });
  const input = { ...(await anOpenRound(live)), text: "Noch fünf Minuten" };
  expect(await messageRound({ actor: live.host.actor, input, now: at(60) })).toMatchObject({ ok: true });
  const [ada] = live.people;
  if (!ada) throw new Error("nobody joined");
  expect(await listRounds(ada.actor, live.event.id, at(61))).toMatchObject({
    value: { rounds: [{ message: "Noch fünf Minuten" }] },
  });
});

test("drafts have nobody to read it, and participants cannot send it", async () => {
  const live = await aLiveEvent({ guests: 2 });
  const input = { ...(await aDraft(live)), text: "Hallo" };
  expect(await messageRound({ actor: live.host.actor, input, now: at(5) })).toMatchObject({
    failure: { reason: "round_over" },
  });
  const actor = live.people[0]?.actor ?? live.host.actor;
  expect(await messageRound({ actor, input, now: at(5) })).toMatchObject({ failure: { kind: "forbidden" } });
});
