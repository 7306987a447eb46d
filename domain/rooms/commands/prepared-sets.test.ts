import { describe, expect, test } from "vitest";
import { seatActor } from "@/db/testing/actors";
import { anAnswer, aQuestion } from "@/db/testing/forms";
import { anEvent, aRegistration } from "@/db/testing/makers";
import { aGuest, aLiveEvent, anOpenRound, at, joined, START, whereIs } from "@/db/testing/rooms";
import { listRounds } from "../queries";
import { chooseSession } from "./choose-session";
import { createRound } from "./create-round";

type Live = Awaited<ReturnType<typeof aLiveEvent>>;

async function roundsOf({ host, event }: Live, second = 5) {
  const listed = await listRounds(host.actor, event.id, at(second));
  if (!listed.ok) throw new Error("hosts may list rounds");
  return listed.value.rounds;
}

const options = [
  { id: "steel", de: "Stahl", en: "Steel" },
  { id: "glass", de: "Glas", en: "Glass" },
];

/** Somebody in the room who has answered. */
async function answering(
  event: Live["event"],
  question: Awaited<ReturnType<typeof aQuestion>>,
  says: string,
) {
  const registration = await aRegistration(event, { provenAt: START });
  await anAnswer(registration, question, says);
  return joined(event, seatActor(registration), { tab: `tab-${registration.id.slice(4, 16)}`, now: START });
}

describe("rooms drawn by an answer", () => {
  test("put equal answers together, and send who comes later to theirs", async () => {
    const live = await aLiveEvent();
    const { event } = live;
    const question = await aQuestion(event, { kind: "choice", options });
    for (const says of ["steel", "steel", "steel", "glass", "glass"]) await answering(event, question, says);
    const values = { rule: "answer", questionId: question.id, groupSize: 5 };
    await anOpenRound(live, values);
    const [round] = await roundsOf(live, 20);
    expect(round?.rooms.map(({ label, people }) => [label, people.length])).toEqual([
      ["1 · Stahl", 3],
      ["2 · Glas", 2],
    ]);
    const late = await aRegistration(event, { provenAt: START });
    await anAnswer(late, question, "steel");
    const guest = await joined(event, seatActor(late), { tab: "tab-late", now: at(30) });
    expect(await whereIs(event, guest, at(31)), "though the other one is smaller").toBe("1 · Stahl");
  });

  test("refuse what was answered in confidence, another event's question, and none", async () => {
    const { event, host } = await aLiveEvent();
    const secret = await aQuestion(event, { kind: "choice", options, sensitive: true });
    const foreign = await aQuestion(await anEvent(), { kind: "choice", options });
    for (const questionId of [secret.id, foreign.id, null]) {
      const input = { eventId: event.id, rule: "answer", questionId };
      expect(await createRound({ actor: host.actor, input, now: at(1) })).toMatchObject({
        failure: { reason: "no_question" },
      });
    }
  });
});

describe("a free choice among prepared rooms", () => {
  test("opens without anybody in them, and everybody goes where they like", async () => {
    const live = await aLiveEvent({ guests: 2 });
    const names = ["Stahl", "Glas"].map((label) => ({ label, admissionIds: [] }));
    const round = await anOpenRound(live, { rule: "free_choice", rooms: names });
    const [ada] = live.people;
    if (!ada) throw new Error("nobody there");
    expect(await whereIs(live.event, ada, at(20))).toBe("main");
    const offered = await listRounds(ada.actor, live.event.id, at(20));
    const glass = offered.ok
      ? offered.value.rounds[0]?.rooms.find(({ label }) => label === "Glas")
      : undefined;
    const choose = { ...round, roomId: glass?.id ?? null };
    expect(await chooseSession({ actor: ada.actor, input: choose, now: at(21) })).toMatchObject({ ok: true });
    expect(await whereIs(live.event, ada, at(22))).toBe("Glas");
  });

  test("whoever comes late is asked, and put nowhere", async () => {
    const live = await aLiveEvent({ guests: 2 });
    await anOpenRound(live, { rule: "free_choice", rooms: [{ label: "Stahl", admissionIds: [] }] });
    expect(await whereIs(live.event, await aGuest(live.event, at(30)), at(31))).toBe("main");
  });
});
