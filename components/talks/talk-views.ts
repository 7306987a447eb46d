import type { MyMeeting } from "@/domain/matchmaking/queries/meetings";
import type { TalkRequest } from "@/domain/matchmaking/queries/requests";
import type { listSuggestions } from "@/domain/matchmaking/queries/suggestions";
import type { courseOf } from "@/domain/matchmaking/queries/talk-course";
import { isEventOver } from "@/domain/programme/rules";
import type { MyRegistration } from "@/domain/registration/queries";

export type { MyMeeting, TalkRequest };
export type MeetingCourse = NonNullable<Awaited<ReturnType<typeof courseOf>>>;
/** Somebody to talk to, with the reasons of both sides. */
export type TalkPartner = Awaited<ReturnType<typeof listSuggestions>>[number];

type TalkEvents = { registrations: readonly MyRegistration[]; withTalks: ReadonlySet<string>; now: Date };

/** Events in which this person takes talks: those to come first, each in the order of its start. */
export function talkEventsOf({ registrations, withTalks, now }: TalkEvents): MyRegistration["event"][] {
  const events = registrations.flatMap(({ status, talksOptIn, event }) =>
    status === "confirmed" && talksOptIn && withTalks.has(event.id) ? [event] : [],
  );
  const over = events.filter((event) => isEventOver(event, now));
  return [...events.filter((event) => !over.includes(event)), ...over];
}
