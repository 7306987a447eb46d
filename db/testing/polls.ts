import { launchPoll } from "@/domain/interaction/commands/launch-poll";
import { savePoll } from "@/domain/interaction/commands/save-poll";
import type { listPolls } from "@/domain/interaction/queries/polls";
import { type aLiveEvent, at } from "./rooms";

type Live = Pick<Awaited<ReturnType<typeof aLiveEvent>>, "event" | "host">;
type Values = { kind?: string; question?: string; answers?: string };

/** A prepared poll of that event, by its host. */
export async function aPoll({ event, host }: Live, values: Values = {}) {
  const said = { kind: "single", question: "Wie war es?", answers: "Gut\nSchlecht", ...values };
  const made = await savePoll({ actor: host.actor, input: { ...said, eventId: event.id }, now: at(1) });
  if (!made.ok) throw new Error(`the poll was refused: ${made.failure.reason}`);
  return made.value;
}

/** A poll that everybody in the room is asked. */
export async function anOpenPoll(live: Live, values: Values = {}) {
  const input = await aPoll(live, values);
  const launched = await launchPoll({ actor: live.host.actor, input, now: at(2) });
  if (!launched.ok) throw new Error(`launching was refused: ${launched.failure.reason}`);
  return input;
}

/** The first poll that somebody was given. */
export function firstPoll(listed: Awaited<ReturnType<typeof listPolls>>) {
  const poll = listed.ok ? listed.value.polls[0] : undefined;
  if (!poll) throw new Error("a poll was to be seen");
  return poll;
}
