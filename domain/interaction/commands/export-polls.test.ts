import { expect, test } from "vitest";
import { eventActor } from "@/db/testing/actors";
import { anEventRole } from "@/db/testing/makers";
import { anOpenPoll, aPoll } from "@/db/testing/polls";
import { aLiveEvent, at, some } from "@/db/testing/rooms";
import { pollResults } from "../queries/polls";
import { pollsFile } from "../queries/polls-file";
import { castBallot } from "./cast-ballot";
import { exportPolls } from "./export-polls";
import { hideWord } from "./hide-word";

test("who sees the desk takes results along, as numbers without names; drafts stay behind", async () => {
  const live = await aLiveEvent({ guests: 1 });
  const [ada] = some(live.people, 1);
  if (!ada) throw new Error("a guest is needed");
  const input = await anOpenPoll(live, { question: "=1+1?", answers: "* Zwei\nDrei" });
  await aPoll(live, { question: "Noch geheim" });
  await castBallot({ actor: ada.actor, input: { ...input, picks: [0] }, now: at(3) });
  const { event } = live;
  const asked = { eventId: event.id, format: "rfc4180" };
  const observer = eventActor(await anEventRole(event, "observer"), event, "observer");
  expect(await exportPolls({ actor: ada.actor, input: asked })).toMatchObject({
    failure: { kind: "not_found" },
  });
  expect(await exportPolls({ actor: observer, input: asked })).toMatchObject({ value: { slug: event.slug } });
  expect(await pollResults(ada.actor, event.id, at(4))).toEqual([]);
  const results = await pollResults(observer, event.id, at(4));
  const file = pollsFile(results, { format: "rfc4180", locale: "de", slug: event.slug });
  expect(file.name).toBe(`umfragen-${event.slug}.csv`);
  const lines = [...file.parts].join("").trim().split("\r\n");
  expect(lines).toHaveLength(3);
  expect(lines[1]).toBe(`1,"'=1+1?","Eine Antwort","${at(2).toISOString()}",,1,"Zwei","ja",1,100,`);
  expect(lines.join()).not.toContain("Noch geheim");
});

test("a poll whose words are hidden or gone stands in the file all the same, with how many have answered", async () => {
  const live = await aLiveEvent({ guests: 1 });
  const [ada] = some(live.people, 1);
  if (!ada) throw new Error("a guest is needed");
  const input = await anOpenPoll(live, { kind: "words", question: "Was noch?", answers: "" });
  await castBallot({ actor: ada.actor, input: { ...input, words: ["Werbung"] }, now: at(3) });
  const hide = { ...input, word: "Werbung", hidden: true };
  await hideWord({ actor: live.host.actor, input: hide, now: at(4) });
  const results = await pollResults(live.host.actor, live.event.id, at(5));
  const file = pollsFile(results, { format: "rfc4180", locale: "de", slug: live.event.slug });
  const lines = [...file.parts].join("").trim().split("\r\n");
  expect(lines[1]).toBe(`1,"Was noch?","Eigene Wörter","${at(2).toISOString()}",,1,"",,0,0,`);
});
