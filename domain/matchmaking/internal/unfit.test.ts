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
    [0, 1, 3],
    [1, 2, 1],
    [0, 2, 2],
    [0, 3, 1],
  ]);
  const meetingId = await agreeOn({ event: world.event, anna, ben }, 0);
  await aGuest({ anna, ben, meetingId }, cem);
  const drafted = await db().select().from(plannedTalks).where(eq(plannedTalks.eventId, world.event.id));
  // Every pair among the three, whatever the order of their ids; Dora is in none of them.
  const isOfDora = ({ onePersonId, otherPersonId }: (typeof drafted)[number]) =>
    [onePersonId, otherPersonId].includes(dora.person.id);
  const among = drafted.filter((talk) => !isOfDora(talk)).map(({ id }) => id);
  const published = await publish(world);
  expect(published).toMatchObject({ failure: { reason: "in_the_way", details: { count: 3 } } });
  expect(published.ok || published.failure.details).toMatchObject({
    talks: expect.toSatisfy((ids: string[]) => ids.toSorted().join() === among.toSorted().join()),
  });
});
