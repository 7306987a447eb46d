import "server-only";
import type { Seat } from "@/domain/grants";
import { requestCorrespondence, talkCorrespondence } from "@/domain/matchmaking/queries/correspondence";
import { invitationCorrespondence } from "@/domain/matchmaking/queries/group-correspondence";
import { meetingPhase } from "@/domain/matchmaking/rules";
import { type RegistrationMail, registrationMailOf } from "@/domain/registration/queries";
import { ownersOf } from "@/domain/registration/queries/seat-owners";
import { cookiesIn } from "@/lib/cookies";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { now } from "@/lib/time/clock";
import {
  type LinkNext,
  readLinkNext,
  readRegistrationToken,
  readRequestToken,
  readTalkInvitationToken,
} from "@/lib/tokens";
import { seatsCookie, seatsIn, withSeat } from "./seats";
import { actorOf } from "./session";
import { talkCookies } from "./talk-doors";

type Opened = { to: string; cookies: string[] };

type Mailed = Pick<Seat, "registrationId" | "eventId"> & {
  /** Its pages are worth asking for a talk that is near: a plan can give one to who never asked for any. */
  mayHaveTalks: boolean;
};

/** The cookies of a browser that now holds one more seat, proven by the mail. */
async function seatByMail(request: Request, { mayHaveTalks, ...seat }: Mailed): Promise<string[]> {
  const held = await seatsIn(cookiesIn(request.headers.get("cookie")));
  return [
    await seatsCookie(withSeat(held, { ...seat, via: "mail" })),
    ...(mayHaveTalks ? talkCookies() : []),
  ];
}

/**
 * Where a link leads whose registration is this: to the path, or, for who is signed in as somebody else, to the page that says
 * so. The browser keeps the seat either way; it counts once nobody else is signed in.
 */
async function openedFor(
  request: Request,
  mailed: Mailed,
  { locale, path }: { locale: Locale; path: string },
): Promise<Opened> {
  const { registrationId } = mailed;
  const [actor, cookies] = await Promise.all([actorOf(request), seatByMail(request, mailed)]);
  const to = href(locale, path);
  if (actor.type !== "person") return { to, cookies };
  const owners = await ownersOf([registrationId]);
  if (owners.get(registrationId) === actor.personId) return { to, cookies };
  const query = new URLSearchParams({ as: registrationId, next: to });
  return { to: href(locale, `/signin/other?${query}`), cookies };
}

/** The page of a talk, for who is in it; its room instead where that is asked for and open. */
async function talkPath(
  { id, event }: RegistrationMail,
  { next, talk }: LinkNext,
): Promise<string | undefined> {
  const found = talk && (await talkCorrespondence(talk));
  if (!found?.people.some(({ registrationId }) => registrationId === id)) return undefined;
  const phase = meetingPhase(found.meeting, now());
  const isOpen = phase === "lobby" || phase === "live";
  return next === "room" && isOpen ? `/room/${event.slug}` : `/me/talks/${found.meeting.id}`;
}

/** Where a personal link leads that was asked for more than the page of its registration. */
async function pathOf(found: RegistrationMail, to: LinkNext | undefined): Promise<string> {
  const { id, event } = found;
  if (!to) return `/r/${id}`;
  if (to.next === "room" && !to.talk) return `/room/${event.slug}`;
  if (to.next !== "room" && to.next !== "talk")
    return `/me/talks?${new URLSearchParams({ event: event.slug, tab: to.next })}`;
  // Whoever is no longer in that talk sees those they have.
  return (
    (await talkPath(found, to)) ?? `/me/talks?${new URLSearchParams({ event: event.slug, tab: "plan" })}`
  );
}

/**
 * What a personal link gives: the seat of its registration, proven by the mail, and the way to its page or to where its
 * `next` leads. A link that is cut, forged or of a deleted registration leads to the page that says how to get a new one.
 */
export async function openPersonalLink(request: Request, token: string): Promise<Opened> {
  const registrationId = await readRegistrationToken(token);
  const found = registrationId && (await registrationMailOf(registrationId));
  if (!found) return { to: "/r/unknown", cookies: [] };
  const to = readLinkNext(new URL(request.url).searchParams);
  const path = await pathOf(found, to);
  const mayHaveTalks = found.talksOptIn || to?.talk !== undefined || (to !== undefined && to.next !== "room");
  const mailed = { registrationId: found.id, eventId: found.eventId, mayHaveTalks };
  return openedFor(request, mailed, { locale: found.locale, path });
}

/** The same of an invitation into a talk; undefined for a link that is none. */
async function openInvitationLink(request: Request, token: string): Promise<Opened | undefined> {
  const read = await readTalkInvitationToken(token);
  const found = read && (await invitationCorrespondence(read.invitationId));
  const asked = found && [found.invited, ...found.others];
  const side = asked?.find(({ personId }) => personId === read?.personId);
  if (!found || !side) return undefined;
  const { registrationId, locale } = side;
  const mailed = { registrationId, eventId: found.event.eventId, mayHaveTalks: true };
  const path = `/me/talks/invitations/${found.invitation.id}`;
  return openedFor(request, mailed, { locale, path });
}

/**
 * What the link of a talk request gives, or of an invitation into a talk: the seat of the registration it was mailed to, and the
 * way to its page. A link that is cut, forged or of a deleted registration leads to the page that says so.
 */
export async function openRequestLink(request: Request, token: string): Promise<Opened> {
  const read = await readRequestToken(token);
  const invitation = read ? undefined : await openInvitationLink(request, token);
  if (invitation) return invitation;
  const found = read && (await requestCorrespondence(read.requestId));
  const side = [found?.from, found?.to].find((one) => one !== undefined && one.personId === read?.personId);
  if (!found || !side) return { to: "/me/talks/requests/unknown", cookies: [] };
  const { registrationId, locale } = side;
  const mailed = { registrationId, eventId: found.event.eventId, mayHaveTalks: true };
  return openedFor(request, mailed, { locale, path: `/me/talks/requests/${found.request.id}` });
}
