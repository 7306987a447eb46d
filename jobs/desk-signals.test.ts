import { and, asc, eq, gt, sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { outbox, signals } from "@/db/schema/kernel";
import { meetings } from "@/db/schema/matchmaking";
import { system } from "@/db/testing/actors";
import { aDraft, aPlanEvent, type PlanEvent, publish } from "@/db/testing/plans";
import { cancelMeeting } from "@/domain/matchmaking/commands/cancel-meeting";
import { claimPlan } from "@/domain/matchmaking/commands/claim-plan";
import { discardDraft } from "@/domain/matchmaking/commands/discard-draft";
import { finishPlan } from "@/domain/matchmaking/commands/finish-plan";
import { limitTalks } from "@/domain/matchmaking/commands/limit-talks";
import { noteProgress } from "@/domain/matchmaking/commands/note-progress";
import { requireTalk } from "@/domain/matchmaking/commands/require-talk";
import { startPlan } from "@/domain/matchmaking/commands/start-plan";
import { stopPlan } from "@/domain/matchmaking/commands/stop-plan";
import { deskOf } from "@/realtime/project";
import { flushSignals, publishForFact } from "@/realtime/publish";

type Answer = { ok: boolean };

/** Does one thing, hands its facts on as the worker does, and says which topics that told at the desk and in the event. */
async function toldBy({ event }: PlanEvent, deed: () => Promise<Answer>) {
  const last = async () =>
    (
      await db()
        .select({ seq: sql<number>`coalesce(max(${outbox.seq}), 0)::int` })
        .from(outbox)
    )[0]?.seq ?? 0;
  const before = await last();
  const tail = async (channel: string) =>
    (await db().select().from(signals).where(eq(signals.channel, channel)).orderBy(asc(signals.seq))).map(
      ({ topic }) => topic,
    );
  const desk = await tail(deskOf(event.id));
  const all = await tail(event.id);
  const answer = await deed();
  expect(answer).toMatchObject({ ok: true });
  const own = and(gt(outbox.seq, before), sql`${outbox.payload}->>'eventId' = ${event.id}`);
  const facts = await db().select().from(outbox).where(own).orderBy(asc(outbox.seq));
  for (const fact of facts) await publishForFact(fact);
  await flushSignals();
  return {
    desk: (await tail(deskOf(event.id))).slice(desk.length),
    event: (await tail(event.id)).slice(all.length),
    keys: [...new Set(facts.flatMap(({ payload }) => Object.keys(Object(payload))))].sort(),
  };
}

it("the desk hears of each step of a search, and nobody else does", async () => {
  const world = await aPlanEvent(2);
  const { event, office } = world;
  let runId = "";
  const start = async () => {
    const started = await startPlan({ actor: office, input: { eventId: event.id, min: 1, max: 4 } });
    if (started.ok) runId = started.value.runId;
    return started;
  };
  const progress = () => ({ runId, phase: "choose", placed: 1, wishes: 2, figures: null });
  const steps: [string, () => Promise<Answer>][] = [
    ["asked", start],
    ["claimed", () => claimPlan({ actor: system, input: { runId } })],
    ["progress", () => noteProgress({ actor: system, input: progress() })],
    ["stopped", () => stopPlan({ actor: office, input: { runId } })],
    ["over", () => finishPlan({ actor: system, input: { ...progress(), state: "stopped", pairs: [] } })],
  ];
  for (const [name, deed] of steps)
    expect(await toldBy(world, deed), name).toEqual({
      desk: ["plan"],
      event: [],
      keys: ["eventId", "runId"],
    });
});

it("the desk hears of drafts and rules alone, of what was published and called off like everybody", async () => {
  const world = await aPlanEvent(2);
  const { event, office, takers } = world;
  const [one, other] = takers.map(({ person }) => person.id);
  if (!one || !other) throw new Error("nobody there");
  const input = { eventId: event.id };
  const personIds = [one, other];
  const alone: [string, () => Promise<Answer>][] = [
    ["required", () => requireTalk({ actor: office, input: { ...input, personIds, wanted: "yes" } })],
    ["taken back", () => requireTalk({ actor: office, input: { ...input, personIds, wanted: "no" } })],
    ["limited", () => limitTalks({ actor: office, input: { ...input, personId: one, min: 0, max: 2 } })],
    ["adopted", () => aDraft(world, [[0, 1, 0]]).then(() => ({ ok: true }))],
    ["discarded", () => discardDraft({ actor: office, input })],
  ];
  for (const [name, deed] of alone)
    expect(await toldBy(world, deed), name).toMatchObject({ desk: ["plan"], event: [], keys: ["eventId"] });

  await aDraft(world, [[0, 1, 0]]);
  expect(await toldBy(world, () => publish(world))).toMatchObject({ desk: ["talks"], event: ["talks"] });
  const [talk] = await db().select().from(meetings).where(eq(meetings.eventId, event.id));
  const cancel = () => cancelMeeting({ actor: office, input: { meetingId: talk?.id ?? "" } });
  // Its room goes too, of which everybody in the event hears.
  const cancelled = await toldBy(world, cancel);
  expect(cancelled).toMatchObject({ desk: ["talks"], event: expect.arrayContaining(["talks"]) });
});
