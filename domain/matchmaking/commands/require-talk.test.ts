import { expect, it } from "vitest";
import { db } from "@/db/client";
import { personBlocks } from "@/db/schema/matchmaking";
import { talkWishes } from "@/db/schema/matchmaking-plans";
import { personActor } from "@/db/testing/actors";
import { aPlanEvent, outcomeOf } from "@/db/testing/plans";
import { requireTalk } from "./require-talk";

it("require-talk wants two to meet until it does not any more, and not against a block", async () => {
  const { event, takers, office } = await aPlanEvent(3);
  const [anna, ben, cem] = takers.map(({ person }) => person);
  if (!anna || !ben || !cem) throw new Error("nobody there");
  const ask = async (pair: [string, string], wanted = "yes", actor = office) =>
    outcomeOf(await requireTalk({ actor, input: { eventId: event.id, personIds: pair, wanted } }));
  expect(await ask([anna.id, ben.id], "yes", personActor(anna))).toBe("missing");
  expect(await ask([anna.id, anna.id])).toBe("with_oneself");
  for (const pair of [[anna.id, ben.id] as const, [ben.id, anna.id] as const])
    expect(await ask([...pair])).toBe("ok");
  expect(await db().select().from(talkWishes)).toMatchObject([{ by: "organizer", wish: "must" }]);
  await db().insert(personBlocks).values({ personId: cem.id, blockedId: anna.id });
  expect(await ask([anna.id, cem.id])).toBe("partner_unavailable");
  expect(await ask([ben.id, anna.id], "no")).toBe("ok");
  expect(await db().$count(talkWishes)).toBe(0);
});
