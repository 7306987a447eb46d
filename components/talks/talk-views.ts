import type { MyMeeting } from "@/domain/matchmaking/queries/meetings";
import type { listTalkPartners } from "@/domain/matchmaking/queries/partners";
import type { TalkRequest } from "@/domain/matchmaking/queries/requests";
import { shortlist } from "@/domain/matchmaking/rules";
import { isEventOver } from "@/domain/programme/rules";
import type { MyRegistration } from "@/domain/registration/queries";

export type { MyMeeting, TalkRequest };
export type TalkPartner = Awaited<ReturnType<typeof listTalkPartners>>[number];
export type Suggestion = TalkPartner & { state: "free" | "asked" | "askedYou" | "agreed" };

type Mine = { requests: readonly TalkRequest[]; meetings: readonly MyMeeting[] };

/** How the viewer stands with one person: an agreed talk counts before a request that waits. */
export function standingWith(personId: string, { requests, meetings }: Mine): Suggestion["state"] {
  const isWith = (one: { partner: { personId: string } }) => one.partner.personId === personId;
  const meets = ({ partner, others }: MyMeeting) =>
    [partner, ...others].some((person) => person.personId === personId);
  if (meetings.some((meeting) => meets(meeting) && meeting.phase !== "cancelled")) return "agreed";
  const open = requests.find((request) => isWith(request) && request.state === "requested");
  if (!open) return "free";
  return open.direction === "outgoing" ? "asked" : "askedYou";
}

/** The shortlist, best first as given, with where the viewer stands with each of them. */
export const suggestionsOf = (partners: readonly TalkPartner[], mine: Mine): Suggestion[] =>
  shortlist(partners).map((partner) => ({ ...partner, state: standingWith(partner.personId, mine) }));

type TalkEvents = { registrations: readonly MyRegistration[]; withTalks: ReadonlySet<string>; now: Date };

/** Events in which this person takes talks: those to come first, each in the order of its start. */
export function talkEventsOf({ registrations, withTalks, now }: TalkEvents): MyRegistration["event"][] {
  const events = registrations.flatMap(({ status, talksOptIn, event }) =>
    status === "confirmed" && talksOptIn && withTalks.has(event.id) ? [event] : [],
  );
  const over = events.filter((event) => isEventOver(event, now));
  return [...events.filter((event) => !over.includes(event)), ...over];
}
