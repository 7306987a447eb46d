import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { benchArguments } from "../kit/arguments";
import { expectApp } from "../kit/browser";
import { crowd } from "../kit/crowd";
import { direct, expectOk, type Guest, join, type LiveEvent, openLiveEvent } from "../kit/live-event";
import { machine } from "../kit/machine";
import { finish, invariant, speed } from "../kit/report";
import { timesOf } from "../kit/statistics";
import { type Audience, openStreams } from "./streams";

/** So many tabs a person listens with: fewer than the app allows one. */
const STREAMS_EACH = 10;
/** A vote comes at any moment between two signals, so that waiting for its turn is measured as well. */
const LONGEST_PAUSE_MS = 600;
const VOTERS_AT_ONCE = 20;
const made = z.object({ pollId: z.string() });

async function openPoll(event: LiveEvent): Promise<string> {
  const poll = { kind: "single", question: "Wie viele?", answers: "Eins\nZwei" };
  const { pollId } = made.parse(JSON.parse(await direct(event, "polls", poll)));
  await direct(event, `polls/${pollId}`, { action: "launch" });
  return pollId;
}

type Ground = { event: LiveEvent; pollId: string; guests: readonly Guest[]; audience: Audience };

const vote = async ({ event, pollId }: Ground, guest: Guest, pick: number) =>
  expectOk(
    await guest.browser.postJson(`/api/rooms/${event.slug}/polls/${pollId}/answer`, { picks: [pick] }),
    "a vote",
  );

/** One vote after the other, each until every stream has heard of it. */
async function paced(ground: Ground, votes: number) {
  const heardMs: number[] = [];
  let missed = 0;
  for (let count = 0; count < votes; count++) {
    const guest = ground.guests[count % ground.guests.length];
    if (!guest) throw new Error("nobody is there to vote");
    const hearing = ground.audience.nextVotes();
    await vote(ground, guest, Math.floor(count / ground.guests.length) % 2);
    const heard = await hearing;
    heardMs.push(...heard.delays);
    missed += heard.missed;
    await pause(Math.random() * LONGEST_PAUSE_MS);
  }
  return { heard: timesOf(heardMs), missed };
}

/** Everybody votes in one go: how many signals that makes for each stream. */
async function burst(ground: Ground) {
  const before = ground.audience.votesHeard();
  const votes = await crowd({ people: ground.guests.length, concurrency: VOTERS_AT_ONCE }, async (person) => {
    const guest = ground.guests[person];
    if (guest) await vote(ground, guest, 1 - (person % 2));
  });
  await pause(1000);
  const signals = (ground.audience.votesHeard() - before) / ground.audience.size;
  return { votes: votes.values.length, errors: votes.errors, seconds: votes.seconds, signalsEach: signals };
}

async function gather(event: LiveEvent, people: number): Promise<Guest[]> {
  const come = await crowd({ people, concurrency: 8 }, async () => {
    const guest = await event.guest("proven");
    await join(guest, event.slug);
    return guest;
  });
  if (come.errors.length > 0) throw new Error(`somebody did not come in: ${come.errors[0]}`);
  return come.values;
}

type Results = { steady: Awaited<ReturnType<typeof paced>>; rush: Awaited<ReturnType<typeof burst>> };

function verdictsOf({ steady, rush }: Results) {
  const mostSignals = Math.ceil((rush.seconds + 1) * 4 * 2) + 2;
  return [
    invariant("every stream hears of every vote", `${steady.missed} missed`, steady.missed === 0),
    invariant(
      "a rush of votes is a few signals",
      `${rush.votes} votes in ${rush.seconds.toFixed(1)} s, ${rush.signalsEach.toFixed(1)} signals`,
      rush.signalsEach <= mostSignals,
    ),
    speed("p95 from the vote to each open stream", "<= 500 ms", [
      `${steady.heard.p95Ms} ms`,
      steady.heard.p95Ms <= 500,
    ]),
  ];
}

/** `npm run bench:signals -- --base URL [--size streams=1000] [--quick]`; see README.md beside this file. */
async function main() {
  const { base, out, quick, sizes, databaseUrl } = benchArguments();
  await expectApp(base);
  const streams = sizes.get("streams") ?? (quick ? 50 : 1000);
  const event = await openLiveEvent(base, databaseUrl);
  let audience: Audience | undefined;
  try {
    const guests = await gather(event, Math.ceil(streams / STREAMS_EACH));
    const pollId = await openPoll(event);
    audience = await openStreams({ guests, slug: event.slug, streams });
    const ground = { event, pollId, guests, audience };
    const results = { steady: await paced(ground, quick ? 5 : 60), rush: await burst(ground) };
    const told = { streams, ...results };
    finish(
      {
        bench: "signals",
        quick,
        machine: machine(),
        results: told,
        floors: {},
        verdicts: verdictsOf(results),
      },
      out,
    );
    for (const guest of guests) guest.browser.close();
  } finally {
    audience?.close();
    await event.close();
  }
}

await main();
