import { expect, test } from "vitest";
import { aLiveEvent, at } from "@/db/testing/rooms";
import { listHands } from "../queries";
import { clearHands } from "./clear-hands";
import { raiseHand } from "./raise-hand";

test("a host lowers one hand or all of them; participants lower nobody's", async () => {
  const live = await aLiveEvent({ guests: 3 });
  const eventId = live.event.id;
  for (const { actor } of live.people) await raiseHand({ actor, input: { eventId }, now: at(5) });
  const [ada, ben] = live.people;
  if (!ada || !ben) throw new Error("guests are needed");
  const clear = (admissionId: string | null, actor = live.host.actor) =>
    clearHands({ actor, input: { eventId, admissionId }, now: at(6) });
  expect(await clear(ben.admissionId, ada.actor)).toMatchObject({ failure: { kind: "forbidden" } });
  expect(await clear(ada.admissionId)).toMatchObject({ value: { lowered: 1 } });
  expect(await clear(null)).toMatchObject({ value: { lowered: 2 } });
  expect(await listHands(live.host.actor, eventId, at(7))).toMatchObject({ value: { hands: [] } });
});
