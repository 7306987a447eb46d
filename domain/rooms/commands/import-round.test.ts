import { expect, test } from "vitest";
import { seatActor } from "@/db/testing/actors";
import { aRegistration } from "@/db/testing/makers";
import { aLiveEvent, at, joined, START, whereIs } from "@/db/testing/rooms";
import { listRounds } from "../queries";
import { importRound } from "./import-round";
import { openRound } from "./open-round";

type Live = Awaited<ReturnType<typeof aLiveEvent>>;

async function roundsOf({ host, event }: Live, second = 5) {
  const listed = await listRounds(host.actor, event.id, at(second));
  if (!listed.ok) throw new Error("hosts may list rounds");
  return listed.value.rounds;
}

test("a file places who is not there yet, by name or address, and tells the lines that mean nobody", async () => {
  const live = await aLiveEvent();
  const { event, host } = live;
  const ada = await aRegistration(event, { name: "Ada Keller", provenAt: START });
  await aRegistration(event, { name: "Ben Vogt", email: "ben.vogt@example.org", provenAt: START });
  for (const email of ["c1@example.org", "c2@example.org"])
    await aRegistration(event, { name: "Cem", email });
  const text =
    "Raum;Wer\nStahl;ada keller\nGlas;BEN.VOGT@example.org\nGlas;Cem\nGlas;Niemand\nGlas;Ada Keller";
  const input = { eventId: event.id, title: "Aus der Datei", text };
  expect(await importRound({ actor: host.actor, input, now: at(1) })).toMatchObject({
    value: { placed: 2, unread: [{ line: 4 }, { line: 5 }, { line: 6 }] },
  });
  const [round] = await roundsOf(live);
  expect(round?.rooms.map(({ label, people }) => [label, people.map(({ name }) => name)])).toEqual([
    ["Glas", ["Ben Vogt"]],
    ["Stahl", ["Ada Keller"]],
  ]);
  const came = await joined(event, seatActor(ada), { tab: "tab-ada", now: at(2) });
  await openRound({
    actor: host.actor,
    input: { eventId: event.id, roundId: round?.id },
    now: at(3),
  });
  expect(await whereIs(event, came, at(20))).toBe("Stahl");
});

test("a file that is none makes no round, and participants bring none", async () => {
  const live = await aLiveEvent({ guests: 1 });
  const bring = (text: string, actor = live.host.actor) =>
    importRound({ actor, input: { eventId: live.event.id, text }, now: at(1) });
  expect(await bring("Raum;Name")).toMatchObject({ failure: { reason: "unreadable_file" } });
  expect(await bring("1;Ada", live.people[0]?.actor)).toMatchObject({ failure: { kind: "forbidden" } });
  expect(await roundsOf(live)).toEqual([]);
});
