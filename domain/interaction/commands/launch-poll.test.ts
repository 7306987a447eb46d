import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it, test } from "vitest";
import { db } from "@/db/client";
import { outbox } from "@/db/schema/kernel";
import { eventActor } from "@/db/testing/actors";
import { anEvent, anEventRole } from "@/db/testing/makers";
import { anOpenPoll, aPoll, firstPoll } from "@/db/testing/polls";
import { worstOf } from "@/db/testing/races";
import { aLiveEvent, at, some } from "@/db/testing/rooms";
import { listPolls } from "../queries/polls";
import { launchPoll } from "./launch-poll";
import { savePoll } from "./save-poll";

test("a host launches a poll once; participants are asked, and open rooms hear of it", async () => {
  const live = await aLiveEvent({ guests: 1 });
  const [ada] = some(live.people, 1);
  const input = await aPoll(live);
  const launch = (actor = live.host.actor) => launchPoll({ actor, input, now: at(2) });
  expect(await launch(ada?.actor), "S58").toMatchObject({ failure: { kind: "forbidden" } });
  expect(await launch()).toMatchObject({ ok: true });
  expect(await launch()).toMatchObject({ failure: { reason: "poll_launched" } });
  const asked = await listPolls(ada?.actor ?? live.host.actor, live.event.id, at(3));
  expect(asked).toMatchObject({ value: { mayAnswer: true } });
  expect(firstPoll(asked)).toMatchObject({ state: "open", result: null, correct: null, mine: null });
  const told = await db().select().from(outbox).where(eq(outbox.kind, "poll.changed"));
  expect(told.map(({ payload }) => payload)).toContainEqual({ eventId: live.event.id, pollId: input.pollId });
});

test("before the hosts go live there is nobody to ask", async () => {
  const event = await anEvent({ mode: "roundtable" });
  const host = eventActor(await anEventRole(event, "host"), event, "host");
  const said = { eventId: event.id, kind: "single", question: "Schon da?", answers: "Ja\nNein" };
  const made = await savePoll({ actor: host, input: said });
  const input = made.ok ? made.value : said;
  expect(await launchPoll({ actor: host, input })).toMatchObject({ failure: { reason: "not_live" } });
});

test("one poll is open at a time", async () => {
  const live = await aLiveEvent();
  await anOpenPoll(live);
  const second = await aPoll(live);
  expect(await launchPoll({ actor: live.host.actor, input: second, now: at(3) })).toMatchObject({
    failure: { reason: "other_poll_open" },
  });
});

/** So many polls are launched in the same moment; how many are open then. */
async function openAfter(launches: number): Promise<number> {
  const live = await aLiveEvent();
  const drafts = [];
  for (let count = 0; count < launches; count++) drafts.push(await aPoll(live));
  await Promise.allSettled(drafts.map((input) => launchPoll({ actor: live.host.actor, input, now: at(3) })));
  const listed = await listPolls(live.host.actor, live.event.id, at(4));
  return listed.ok ? listed.value.polls.filter(({ state }) => state === "open").length : 0;
}

describe("polls that hosts launch at once", { timeout: 60_000 }, () => {
  it("leave exactly one open", async () => {
    for (let run = 0; run < 3; run++) expect(await openAfter(5)).toBe(1);
  });
});

describe("the same without the index", { timeout: 60_000 }, () => {
  beforeAll(async () => {
    await db().execute(sql`drop index polls_one_open`);
  });

  it("leave several open", async () => {
    expect(await worstOf(() => openAfter(5), 1)).toBeGreaterThan(1);
  });
});
