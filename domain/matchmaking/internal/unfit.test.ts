import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { plannedTalks } from "@/db/schema/matchmaking-plans";
import { aGuest } from "@/db/testing/group-talks";
import { aDraft, aPlanEvent, publish } from "@/db/testing/plans";
import { agreeOn } from "@/db/testing/talk-rooms";

it("a draft has no talk of two who have each other in a talk of more: publishing refuses it by its name", async () => {
  const world = await aPlanEvent(4);
  const [anna, ben, cem, dora] = world.takers;
  if (!anna || !ben || !cem || !dora) throw new Error("nobody there");
  await aDraft(world, [
    [1, 2, 1],
    [0, 3, 1],
  ]);
  const meetingId = await agreeOn({ event: world.event, anna, ben }, 0);
  await aGuest({ anna, ben, meetingId }, cem);
  const drafted = await db().select().from(plannedTalks).where(eq(plannedTalks.eventId, world.event.id));
  const ofCem = drafted.find((talk) => [talk.onePersonId, talk.otherPersonId].includes(cem.person.id));
  expect(await publish(world)).toMatchObject({
    ok: false,
    failure: { reason: "in_the_way", details: { talks: [ofCem?.id], count: 1 } },
  });
});
