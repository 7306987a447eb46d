import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { pollBallots } from "@/db/schema/interaction-polls";
import { auditEntries, outbox } from "@/db/schema/kernel";
import { claimActor } from "@/db/testing/actors";
import { aClaim, aRegistration } from "@/db/testing/makers";
import { anOpenPoll, aPoll, firstPoll } from "@/db/testing/polls";
import { aLiveEvent, at, joined, some } from "@/db/testing/rooms";
import { sanction } from "@/domain/rooms/commands/sanction";
import { switchSession } from "@/domain/rooms/commands/switch-session";
import { listPolls } from "../queries/polls";
import { castBallot } from "./cast-ballot";
import { closePoll } from "./close-poll";

async function ground(values: Parameters<typeof anOpenPoll>[1] = {}) {
  const live = await aLiveEvent({ guests: 3 });
  const [ada, ben, cem] = live.people;
  if (!ada || !ben || !cem) throw new Error("three guests are needed");
  const poll = await anOpenPoll(live, values);
  const cast = (answer: object, { actor = ada.actor, second = 5 } = {}) =>
    castBallot({ actor, input: { ...poll, ...answer }, now: at(second) });
  const seenBy = async (actor = ada.actor, second = 9) =>
    firstPoll(await listPolls(actor, live.event.id, at(second)));
  const close = () => closePoll({ actor: live.host.actor, input: poll, now: at(7) });
  return { live, ada, ben, cem, poll, cast, seenBy, close };
}

test("everybody has one ballot, whichever tab it comes from, and changes it until the poll is closed (R15)", async () => {
  const { cast, seenBy, close, live, ben } = await ground();
  expect(await cast({ picks: [0] })).toMatchObject({ value: { changed: true } });
  expect(await cast({ picks: [0] })).toMatchObject({ value: { changed: false } });
  expect(await cast({ picks: [1] })).toMatchObject({ value: { changed: true } });
  await cast({ picks: [1] }, { actor: ben.actor });
  expect(await seenBy()).toMatchObject({ mine: { picks: [1] }, result: null });
  expect(await seenBy(live.host.actor)).toMatchObject({ mine: null, result: { people: 2, counts: [0, 2] } });
  await close();
  expect(await cast({ picks: [0] })).toMatchObject({ failure: { reason: "poll_closed" } });
  expect(await seenBy(live.host.actor)).toMatchObject({ result: { people: 2, counts: [0, 2] } });
});

test("P15: nothing that hosts read, no audit and no fact says who answered what", async () => {
  const { cast, live, ada, poll } = await ground({ kind: "words", answers: "" });
  const facts = await db().$count(outbox);
  await cast({ words: ["Zuversicht"] });
  expect(await db().$count(outbox)).toBe(facts);
  expect(await db().$count(auditEntries, eq(auditEntries.command, "cast-ballot"))).toBe(0);
  const read = JSON.stringify(await listPolls(live.host.actor, live.event.id, at(6)));
  expect(read).toContain("Zuversicht");
  expect(read).not.toContain(ada.admissionId);
  const [ballot] = await db().select().from(pollBallots).where(eq(pollBallots.pollId, poll.pollId));
  expect(ballot?.admissionId).toBe(ada.admissionId);
});

test("an answer that the question does not have is refused, and so is one to a draft or to another event's poll", async () => {
  const { cast, live, ada } = await ground();
  const other = await anOpenPoll(await aLiveEvent());
  const draft = await aPoll(live);
  expect(await cast({ picks: [2] })).toMatchObject({ failure: { fields: { picks: ["unknown_choice"] } } });
  expect(await cast({ picks: [] })).toMatchObject({ failure: { kind: "invalid" } });
  for (const pollId of [draft.pollId, other.pollId])
    expect(await cast({ pollId, picks: [0] })).toMatchObject({ failure: { reason: "missing_poll" } });
  const elsewhere = castBallot({ actor: ada.actor, input: { ...other, picks: [0] }, now: at(5) });
  expect(await elsewhere).toMatchObject({ failure: { kind: "forbidden" } });
});

test("S59: frozen, banned or unproven, nobody answers; without chat nobody writes words", async () => {
  const { cast, live, ada, ben, cem } = await ground({ kind: "words", answers: "" });
  const words = ["Mut"];
  const put = (admissionId: string, action: string) =>
    sanction({ actor: live.host.actor, input: { eventId: live.event.id, admissionId, action }, now: at(3) });
  const change = (what: string) =>
    switchSession({ actor: live.host.actor, input: { eventId: live.event.id, change: what }, now: at(3) });
  await put(ada.admissionId, "no_chat");
  expect(await cast({ words })).toMatchObject({ failure: { reason: "no_chat" } });
  await put(ben.admissionId, "ban");
  expect(await cast({ words }, { actor: ben.actor })).toMatchObject({ failure: { reason: "not_allowed" } });
  await change("freeze");
  expect(await cast({ words }, { actor: cem.actor })).toMatchObject({ failure: { reason: "frozen" } });
  await change("unfreeze");
  expect(await cast({ words }, { actor: cem.actor })).toMatchObject({ ok: true });
  const registration = await aRegistration(live.event);
  const actor = claimActor(registration, await aClaim(registration));
  await joined(live.event, actor, { tab: "tab-claim", now: at(3) });
  expect(await cast({ words }, { actor })).toMatchObject({ failure: { reason: "not_allowed" } });
  expect(await listPolls(actor, live.event.id, at(6))).toMatchObject({ value: { mayAnswer: false } });
});

test("hosts count like everybody where they answer", async () => {
  const { cast, live, seenBy } = await ground({ kind: "rating", answers: "" });
  const [host] = some([live.host], 1);
  await cast({ picks: [5] }, { actor: host?.actor ?? live.host.actor });
  expect(await seenBy(live.host.actor)).toMatchObject({
    mine: { picks: [5] },
    result: { people: 1, counts: [0, 0, 0, 0, 1] },
  });
});
