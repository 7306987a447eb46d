import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { personBlocks } from "@/db/schema/matchmaking";
import { aPlanEvent, idOf, outcomeOf, type PlanEvent, wish } from "@/db/testing/plans";
import { requireTalk } from "../commands/require-talk";
import { openPairs } from "../queries/open-pairs";
import { planBasis } from "../queries/plan-basis";
import { planOptions } from "../schema/plans";
import { countsOf, pairsIn } from "./plan-outcome";
import { problemOf } from "./plan-problem";
import { plan } from "./planner/plan";

/** What a search of the event says of its pairs, and how many wishes it counts. */
async function saidOf({ event }: PlanEvent) {
  const basis = await planBasis(db(), event.id, new Date());
  if (!basis) throw new Error("no hours for talks");
  const posed = problemOf(basis, planOptions.parse({ min: 0, max: 3 }), await openPairs(db(), basis));
  const outcome = await plan(posed.problem, {
    ...{ seed: 1, seconds: 0.3, now: () => performance.now(), shouldStop: () => false },
    onProgress: () => undefined,
  });
  if (!outcome.ok) throw new Error("flaws");
  const { wishes, placed } = countsOf(posed, outcome.result.placement);
  return { wishes, placed, pairs: pairsIn(basis, posed, outcome.result) };
}

const keepAway = async ({ takers }: PlanEvent) => {
  const [anna, ben] = takers;
  if (!anna || !ben) throw new Error("nobody there");
  await db().insert(personBlocks).values({ personId: ben.person.id, blockedId: anna.person.id });
};

/** How Anna and Ben come not to meet any more. */
const NOS: Record<string, (world: PlanEvent) => Promise<unknown>> = {
  "a block": keepAway,
  "a never of one": (world) => wish(world, [0, 1], "never"),
  "a never of the other": (world) => wish(world, [1, 0], "never"),
};

describe("a talk that organizers asked for, of two of whom one says no since", () => {
  it.each(Object.entries(NOS))(
    "is listed and counted after %s, in words that tell nobody's",
    async (_how, no) => {
      const world = await aPlanEvent(3);
      const { event, office } = world;
      const input = { eventId: event.id, personIds: [idOf(world, 0), idOf(world, 1)], wanted: "yes" };
      expect(outcomeOf(await requireTalk({ actor: office, input }))).toBe("ok");
      await wish(world, [0, 2], "want");
      await no(world);
      const { wishes, placed, pairs } = await saidOf(world);
      expect({ wishes, placed }).toEqual({ wishes: 2, placed: 1 });
      const [one, other] = [idOf(world, 0), idOf(world, 1)].toSorted();
      expect(pairs.filter(({ startsAt }) => startsAt === null)).toEqual([
        ...[
          {
            onePersonId: one,
            otherPersonId: other,
            kind: "must",
            startsAt: null,
            reason: "never",
            values: {},
          },
        ],
      ]);
    },
  );
});

it("of two who must by their own word and keep each other away since, organizers hear nothing", async () => {
  const world = await aPlanEvent(2);
  await wish(world, [0, 1], "must");
  await wish(world, [1, 0], "must");
  await keepAway(world);
  expect(await saidOf(world)).toEqual({ wishes: 0, placed: 0, pairs: [] });
});
