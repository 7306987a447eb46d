import { expect, test } from "vitest";
import { refusalOf } from "@/db/testing/refusals";
import { aLiveEvent, at, type Guest } from "@/db/testing/rooms";
import { setRole } from "@/domain/rooms/commands/set-role";
import { listHands } from "../queries";
import { clearHands } from "./clear-hands";
import { lowerHand } from "./lower-hand";
import { raiseHand } from "./raise-hand";
import { restoreHand } from "./restore-hand";

async function ground() {
  const { event, host, people } = await aLiveEvent({ guests: 2 });
  const [ada, ben] = people;
  if (!ada || !ben) throw new Error("two guests are needed");
  const input = { eventId: event.id };
  const raise = (one: Guest, second: number) => raiseHand({ actor: one.actor, input, now: at(second) });
  const lower = (one: Guest, second: number) => lowerHand({ actor: one.actor, input, now: at(second) });
  const restore = async (one: Guest, second: number) =>
    refusalOf(await restoreHand({ actor: one.actor, input, now: at(second) }));
  const queue = async (second: number) => {
    const answer = await listHands(host.actor, event.id, at(second));
    return answer.ok ? answer.value.hands.map(({ admissionId }) => admissionId) : [];
  };
  return { event, host, ada, ben, raise, lower, restore, queue };
}

test("a hand that went down comes back into its place in the queue", async () => {
  const { ada, ben, raise, lower, restore, queue } = await ground();
  await raise(ada, 1);
  await raise(ben, 2);
  await lower(ada, 10);
  expect(await queue(11)).toEqual([ben.admissionId]);
  expect(await restore(ada, 20)).toBe("done");
  expect(await queue(21)).toEqual([ada.admissionId, ben.admissionId]);
});

test("for half a minute, and never a second one", async () => {
  const { ada, ben, raise, lower, restore, queue } = await ground();
  expect(await restore(ada, 1)).toBe("conflict too_late");
  await raise(ada, 1);
  await raise(ben, 2);
  await lower(ada, 10);
  expect(await restore(ada, 40)).toBe("conflict too_late");
  await raise(ada, 41);
  expect(await restore(ada, 42)).toBe("done");
  expect(await queue(43)).toEqual([ben.admissionId, ada.admissionId]);
});

test("also after a host has lowered all, and not into another role", async () => {
  const { event, host, ada, raise, restore, queue } = await ground();
  await raise(ada, 1);
  await clearHands({ actor: host.actor, input: { eventId: event.id, admissionId: null }, now: at(5) });
  expect(await restore(ada, 6)).toBe("done");
  const become = { eventId: event.id, admissionId: ada.admissionId, role: "speaker" };
  await setRole({ actor: host.actor, input: become, now: at(7) });
  expect(await queue(8)).toEqual([]);
});
