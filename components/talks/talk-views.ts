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

type TalkEvent = { id: string } & Parameters<typeof isEventOver>[0];
type TalkEvents<Event extends TalkEvent> = {
  registrations: readonly (Pick<MyRegistration, "status" | "talksOptIn"> & { event: Event })[];
  withTalks: ReadonlySet<string>;
  now: Date;
};

/**
 * Events in which this person takes talks, each once, also for who holds two registrations in one browser: those to come first,
 * each in the order of its start.
 */
export function talkEventsOf<Event extends TalkEvent>({
  registrations,
  withTalks,
  now,
}: TalkEvents<Event>): Event[] {
  const taken = registrations.flatMap(({ status, talksOptIn, event }) =>
    status === "confirmed" && talksOptIn && withTalks.has(event.id) ? [event] : [],
  );
  const events = [...new Map(taken.map((event) => [event.id, event])).values()];
  const over = events.filter((event) => isEventOver(event, now));
  return [...events.filter((event) => !over.includes(event)), ...over];
}
