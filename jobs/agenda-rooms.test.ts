import { expect, it } from "vitest";
import { aSession } from "@/db/testing/agenda";
import { everyStatementDeadlocks, noStatementDeadlocks } from "@/db/testing/deadlocks";
import { roomsByRound } from "@/db/testing/parallel";
import { aLiveEvent } from "@/db/testing/rooms";
import { newId } from "@/lib/ids";
import { followForFact } from "./agenda-rooms";

const aFact = (eventId: string) => ({
  id: "fct_1",
  kind: "event.went_live",
  payload: { eventId },
  at: new Date(),
});

it("is told again after it gave up, and then the items have their rooms; of an event that is gone nothing is", async () => {
  const { event } = await aLiveEvent({ startsAt: new Date() });
  for (const track of ["A", "B"])
    await aSession(event, { title: `${track} ${event.title}`, after: 10, minutes: 20, track });
  await everyStatementDeadlocks("rounds");
  await expect(followForFact(aFact(event.id))).rejects.toThrow("try_again");
  await noStatementDeadlocks("rounds");
  expect((await roomsByRound({ event })).size).toBe(0);
  await followForFact(aFact(event.id));
  expect((await roomsByRound({ event })).size).toBe(1);
  await followForFact(aFact(newId("event")));
});
