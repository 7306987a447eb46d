import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { auditEntries, outbox } from "@/db/schema/kernel";
import { eventActor, guest, personActor, seatActor } from "@/db/testing/actors";
import { anEventRole, aPerson, aRegistration } from "@/db/testing/makers";
import { anOpenPoll, aPoll } from "@/db/testing/polls";
import { aLiveEvent, at, START, some } from "@/db/testing/rooms";
import type { Actor } from "@/domain/policy";
import { sanction } from "@/domain/rooms/commands/sanction";
import { setRole } from "@/domain/rooms/commands/set-role";
import { castBallot } from "../commands/cast-ballot";
import { closePoll } from "../commands/close-poll";
import { sharePoll } from "../commands/share-poll";
import { listPolls, pollResults, pollsForDesk } from "./polls";

const QUIZ = { question: "Wo tagte der Bund?", answers: "* Bonn\nBerlin" };

async function aQuiz() {
  const live = await aLiveEvent({ guests: 2 });
  const [ada, ben] = some(live.people, 2);
  if (!ada || !ben) throw new Error("two guests are needed");
  const input = await anOpenPoll(live, QUIZ);
  const { id: eventId } = live.event;
  const read = (actor: Actor, second: number) => listPolls(actor, eventId, at(second));
  const share = (shared: boolean, second: number) =>
    sharePoll({ actor: live.host.actor, input: { ...input, shared }, now: at(second) });
  const close = (second: number) => closePoll({ actor: live.host.actor, input, now: at(second) });
  return { live, ada, ben, input, eventId, read, share, close };
}

test("strangers, the banned, who never came in and hosts of other events read no poll", async () => {
  const { live, ada, eventId, read } = await aQuiz();
  const other = await aLiveEvent();
  const registered = await aRegistration(live.event, { provenAt: START, confirmedAt: START });
  const ban = { eventId, admissionId: ada.admissionId, action: "ban" };
  await sanction({ actor: live.host.actor, input: ban, now: at(3) });
  const strangers = [guest, personActor(await aPerson()), seatActor(registered), ada.actor, other.host.actor];
  for (const actor of strangers) {
    expect(await read(actor, 4)).toMatchObject({ failure: { kind: "forbidden" } });
    expect(await pollsForDesk(actor, eventId, at(4))).toBeUndefined();
    expect(await pollResults(actor, eventId, at(4))).toEqual([]);
  }
});

test("while it is asked, shown live or closed nobody but hosts is given more than is told; drafts never", async () => {
  const { live, ada, ben, input, eventId, read, share, close } = await aQuiz();
  await aPoll(live, { question: "Noch geheim?" });
  await castBallot({ actor: ben.actor, input: { ...input, picks: [1] }, now: at(3) });
  const given = async (second: number) => {
    const answer = await read(ada.actor, second);
    expect(JSON.stringify(answer)).not.toContain("geheim");
    expect(await pollsForDesk(ada.actor, eventId, at(second))).toBeUndefined();
    expect(await pollResults(ada.actor, eventId, at(second))).toEqual([]);
    const [poll] = answer.ok ? answer.value.polls : [];
    return { correct: poll?.correct, counts: poll?.result?.counts, mine: poll?.mine };
  };
  const nothing = { correct: null, counts: undefined, mine: null };
  expect(await given(4), "asked").toEqual(nothing);
  await share(true, 5);
  expect(await given(6), "shown live").toEqual({ ...nothing, counts: [0, 1] });
  await share(false, 7);
  expect(await given(8), "hidden again").toEqual(nothing);
  await close(9);
  expect(await given(10), "closed").toEqual(nothing);
  await share(true, 11);
  expect(await given(12), "told").toEqual({ correct: [0], counts: [0, 1], mine: null });
});

test("a co-host who is one no more reads results and drafts no more", async () => {
  const { live, ada, input, eventId, read } = await aQuiz();
  const become = (role: string, second: number) =>
    setRole({
      actor: live.host.actor,
      input: { eventId, admissionId: ada.admissionId, role },
      now: at(second),
    });
  await become("cohost", 3);
  expect(await read(ada.actor, 4)).toMatchObject({
    value: { polls: [{ correct: [0], result: { people: 0 } }] },
  });
  await become("participant", 5);
  expect(await read(ada.actor, 6)).toMatchObject({ value: { polls: [{ correct: null, result: null }] } });
  expect(await closePoll({ actor: ada.actor, input, now: at(7) })).toMatchObject({
    failure: { kind: "forbidden" },
  });
});

test("speakers of an event see its polls as participants do", async () => {
  const { live, eventId } = await aQuiz();
  const speaker = eventActor(await anEventRole(live.event, "speaker"), live.event, "speaker");
  expect(await pollsForDesk(speaker, eventId, at(4))).toBeUndefined();
  expect(await pollResults(speaker, eventId, at(4))).toEqual([]);
});

test("neither facts, of which signals are made, nor the audit hold a question, an answer or what is right", async () => {
  const { ada, input, eventId, share, close } = await aQuiz();
  await castBallot({ actor: ada.actor, input: { ...input, picks: [0] }, now: at(3) });
  await share(true, 4);
  await close(5);
  const facts = await db().select().from(outbox).where(sql`${outbox.payload} ->> 'eventId' = ${eventId}`);
  const told = facts.filter(({ kind }) => kind.startsWith("poll"));
  expect(told.map(({ payload }) => payload)).toEqual(Array.from({ length: 3 }, () => input));
  const audit = await db().select().from(auditEntries).where(eq(auditEntries.eventId, eventId));
  expect(audit.length).toBeGreaterThan(2);
  for (const word of ["Bonn", "Berlin", "tagte"])
    expect(JSON.stringify({ facts, audit })).not.toContain(word);
});
