import "server-only";
import { and, asc, eq, inArray } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { listings, talkWindows } from "@/db/schema/matchmaking";
import { taxonomyIn } from "@/domain/board/queries/taxonomy";
import type { Actor } from "@/domain/policy";
import type { Id } from "@/lib/ids";
import { now as clockNow } from "@/lib/time/clock";
import { commonSlots } from "../internal/bookings";
import { topicsIn, wordedReasons } from "../internal/partners";
import type { Span, WordedReason } from "../rules";
import { correspondents } from "./correspondence";
import { rarityIn } from "./rarity";
import { requestToMe, type TalkRequest } from "./requests";
import { allianceOf, personsOf } from "./sides";

type PersonId = Id<"person">;

export type MyListing = { needs: string[]; offers: string[]; sentence: string };

/** What the signed-in person seeks and offers in the alliance of an event; empty for guests, who have no profile. */
export async function listingOf(
  viewer: Actor,
  eventId: Id<"event">,
  reader: Reader = db(),
): Promise<MyListing> {
  if (viewer.type !== "person") return { needs: [], offers: [], sentence: "" };
  const rows = await reader
    .select()
    .from(listings)
    .where(
      and(eq(listings.personId, viewer.personId), eq(listings.allianceId, await allianceOf(reader, eventId))),
    )
    .orderBy(asc(listings.tag));
  const tags = (kind: "need" | "offer") => rows.flatMap((row) => (row.kind === kind ? [row.tag] : []));
  const sentence = rows.find(({ text }) => text !== "")?.text ?? "";
  return { needs: tags("need"), offers: tags("offer"), sentence };
}

/** Which of these events have hours for talks. */
export async function withTalkHours(
  eventIds: readonly Id<"event">[],
  reader: Reader = db(),
): Promise<ReadonlySet<Id<"event">>> {
  if (eventIds.length === 0) return new Set();
  const rows = await reader
    .select({ eventId: talkWindows.eventId })
    .from(talkWindows)
    .where(inArray(talkWindows.eventId, [...eventIds]));
  return new Set(rows.map(({ eventId }) => eventId));
}

type Reasons = ReadonlyMap<PersonId, WordedReason[]>;
type Between = { me: readonly PersonId[]; others: readonly PersonId[]; eventId: Id<"event"> };

/** Of the event's alliance alone: what somebody seeks elsewhere is nobody's business here, and its topics have other names. */
async function reasonsBetween(reader: Reader, { me, others, eventId }: Between): Promise<Reasons> {
  if (me.length === 0 || others.length === 0) return new Map();
  const allianceId = await allianceOf(reader, eventId);
  const isTheirs = inArray(listings.personId, [...me, ...others]);
  const rows = await reader
    .select()
    .from(listings)
    .where(and(eq(listings.allianceId, allianceId), isTheirs))
    .orderBy(asc(listings.id));
  const taxonomy = await taxonomyIn(allianceId, reader);
  const saidBy = (ids: readonly PersonId[]) => {
    const theirs = rows.filter(({ personId }) => ids.includes(personId));
    return { seeks: topicsIn(theirs, "need", taxonomy), offers: topicsIn(theirs, "offer", taxonomy) };
  };
  const mine = saidBy(me);
  const rarity = await rarityIn(reader, { allianceId, taxonomy }, [...mine.seeks, ...mine.offers]);
  return new Map(others.map((other) => [other, wordedReasons(mine, saidBy([other]), { rarity, taxonomy })]));
}

/** Why talks of the viewer with these people at an event fit, both directions; for people the viewer already deals with. */
export const reasonsWith = async (
  viewer: Actor,
  others: readonly PersonId[],
  eventId: Id<"event">,
): Promise<Reasons> =>
  reasonsBetween(db(), { me: await personsOf(db(), viewer), others: [...new Set(others)], eventId });

/** Why each of these requests of the viewer fits, by what both say in the alliance of its event. */
export async function reasonsOfRequests(
  viewer: Actor,
  requests: readonly TalkRequest[],
): Promise<ReadonlyMap<string, WordedReason[]>> {
  const me = await personsOf(db(), viewer);
  const reasons = new Map<string, WordedReason[]>();
  for (const [eventId, ofEvent] of Map.groupBy(requests, ({ event }) => event.id)) {
    const others = [...new Set(ofEvent.map(({ partner }) => partner.personId))];
    const found = await reasonsBetween(db(), { me, others, eventId });
    for (const { requestId, partner } of ofEvent) reasons.set(requestId, found.get(partner.personId) ?? []);
  }
  return reasons;
}

export type MailedRequest = {
  request: TalkRequest;
  /** As whom it is answered: one browser can hold the mailed links of several people. */
  me: { name: string; email: string };
  reasons: WordedReason[];
  free: Span[];
};

/** All that the page of one request shows, and the next slots both have free; for its recipient only. */
export async function mailedRequest(
  viewer: Actor,
  requestId: Id<"request">,
  now = clockNow(),
): Promise<MailedRequest | undefined> {
  const found = await requestToMe(viewer, requestId, now);
  if (!found) return undefined;
  const { request, me } = found;
  const other = request.partner.personId;
  const pair = { eventId: request.event.id, personIds: [me, other], now };
  const [reasons, free, sides] = await Promise.all([
    reasonsBetween(db(), { me: [me], others: [other], eventId: request.event.id }),
    commonSlots(db(), pair),
    correspondents(db(), request.event.id, [me]),
  ]);
  const [side] = sides;
  if (!side) return undefined;
  const { name, email } = side;
  return { request, me: { name, email }, reasons: reasons.get(other) ?? [], free };
}
