import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { pollBallots } from "@/db/schema/interaction-polls";
import { anOpenPoll } from "@/db/testing/polls";
import { withoutConflictOn, worstOf } from "@/db/testing/races";
import { aLiveEvent, at } from "@/db/testing/rooms";
import { castBallot } from "./cast-ballot";

/** One person answers in so many tabs at once; how many ballots there are then. */
async function ballotsAfter(tabs: number): Promise<number> {
  const live = await aLiveEvent({ guests: 1 });
  const [ada] = live.people;
  if (!ada) throw new Error("a guest is needed");
  const input = await anOpenPoll(live, { kind: "several", answers: "a\nb\nc" });
  const casts = Array.from({ length: tabs }, (_, tab) =>
    castBallot({ actor: ada.actor, input: { ...input, picks: [tab % 3] }, now: at(3) }),
  );
  const answers = await Promise.allSettled(casts);
  expect(answers.some((answer) => answer.status === "fulfilled" && answer.value.ok)).toBe(true);
  return db().$count(pollBallots, eq(pollBallots.pollId, input.pollId));
}

describe("one person who answers in several tabs at once", { timeout: 60_000 }, () => {
  it("has one ballot", async () => {
    for (let run = 0; run < 3; run++) expect(await ballotsAfter(6)).toBe(1);
  });
});

describe("the same without the unique index", { timeout: 60_000 }, () => {
  let back: () => void = () => undefined;
  beforeAll(async () => {
    await db().execute(sql`drop index poll_ballots_one_each`);
    back = withoutConflictOn("poll_ballots", 'poll_id","admission_id');
  });
  afterAll(() => back());

  it("has several", async () => {
    expect(await worstOf(() => ballotsAfter(6), 1)).toBeGreaterThan(1);
  });
});
