import { expect, test } from "vitest";
import { eventActor } from "@/db/testing/actors";
import { anEvent, anEventRole } from "@/db/testing/makers";
import { aPoll, firstPoll } from "@/db/testing/polls";
import { aLiveEvent, at, some } from "@/db/testing/rooms";
import { listPolls, pollsForDesk } from "../queries/polls";
import { MOST_POLLS } from "../rules/polls";
import { launchPoll } from "./launch-poll";
import { savePoll } from "./save-poll";

test("hosts prepare polls, also for an event that is not published; nobody else does, or hears of it", async () => {
  const event = await anEvent({ status: "draft" });
  const host = eventActor(await anEventRole(event, "host"), event, "host");
  const input = { eventId: event.id, kind: "several", question: "Was  fehlt?", answers: "Zeit\n* Mut" };
  expect(await savePoll({ actor: host, input })).toMatchObject({ ok: true });
  expect(await pollsForDesk(host, event.id, at(1))).toMatchObject({
    polls: [
      {
        question: "Was fehlt?",
        options: ["Zeit", "Mut"],
        correct: [1],
        lines: "Zeit\n* Mut",
        state: "draft",
      },
    ],
  });
  const stranger = eventActor(await anEventRole(event, "speaker"), event, "speaker");
  expect(await savePoll({ actor: stranger, input })).toMatchObject({ failure: { kind: "not_found" } });
  expect(await pollsForDesk(stranger, event.id, at(1))).toBeUndefined();
});

test("a draft can be changed, what was launched cannot, and a poll of another event is none", async () => {
  const live = await aLiveEvent({ guests: 1 });
  const [ada] = some(live.people, 1);
  const other = await aLiveEvent();
  const poll = await aPoll(live);
  const change = (actor = live.host.actor, eventId = live.event.id) =>
    savePoll({
      actor,
      input: { ...poll, eventId, kind: "single", question: "Anders?", answers: "Ja\nNein" },
      now: at(3),
    });
  expect(await change()).toMatchObject({ ok: true });
  expect(firstPoll(await listPolls(live.host.actor, live.event.id, at(4))).question).toBe("Anders?");
  expect(await change(ada?.actor)).toMatchObject({ failure: { kind: "forbidden" } });
  expect(await change(other.host.actor, other.event.id)).toMatchObject({
    failure: { reason: "missing_poll" },
  });
  expect(
    await listPolls(ada?.actor ?? live.host.actor, live.event.id, at(4)),
    "drafts are for hosts",
  ).toMatchObject({
    value: { polls: [] },
  });
  await launchPoll({ actor: live.host.actor, input: poll, now: at(5) });
  expect(await change()).toMatchObject({ failure: { reason: "poll_launched" } });
});

test("an event has only so many", async () => {
  const live = await aLiveEvent();
  for (let count = 0; count < MOST_POLLS; count++) await aPoll(live);
  await expect(aPoll(live)).rejects.toThrow("too_many_polls");
});
