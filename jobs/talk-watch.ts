import { closePresence } from "@/domain/matchmaking/commands/close-presence";
import { nudgeMissing } from "@/domain/matchmaking/commands/nudge-missing";
import { talksToClose, talksToNudge } from "@/domain/matchmaking/queries/due-talks";
import { now } from "@/lib/time/clock";
import { worker } from "./mails/parts";

/** Tells who is missing from a talk that somebody waits. The rows say who was told, so any number of workers may look. */
export async function nudge(): Promise<number> {
  let nudged = 0;
  for (const meetingId of await talksToNudge(now())) {
    const result = await nudgeMissing({ actor: worker, input: { meetingId } });
    if (result.ok) nudged += result.value.nudged;
  }
  return nudged;
}

/** Writes down who came to talks that are over. Who was quicker has done it; what fails is found the next time. */
export async function closePresences(): Promise<number> {
  const due = await talksToClose(now());
  for (const meetingId of due) await closePresence({ actor: worker, input: { meetingId } });
  return due.length;
}
