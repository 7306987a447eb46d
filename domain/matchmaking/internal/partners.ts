import { and, eq, inArray } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { listings, meetingPeople, meetings } from "@/db/schema/matchmaking";
import type { Id } from "@/lib/ids";
import { freeSlots, inOrder, type Match, matchOf, type Span, type TalkWindow } from "../rules";

type PersonId = Id<"person">;
export type Card = { personId: PersonId; name: string; organisation: string };

export type TalkPartner = Card & {
  sentence: string;
  needs: string[];
  offers: string[];
  match: Match;
  /** The earliest slots that both have free; empty when there are none. */
  slots: Span[];
};

async function takenBy(reader: Reader, ids: readonly PersonId[]): Promise<Map<PersonId, Span[]>> {
  const rows = await reader
    .select({ personId: meetingPeople.personId, startsAt: meetings.startsAt, endsAt: meetings.endsAt })
    .from(meetingPeople)
    .innerJoin(meetings, eq(meetings.id, meetingPeople.meetingId))
    .where(and(inArray(meetingPeople.personId, [...ids]), eq(meetingPeople.status, "accepted")));
  const taken = new Map<PersonId, Span[]>();
  for (const { personId, ...span } of rows) taken.set(personId, [...(taken.get(personId) ?? []), span]);
  return taken;
}

type Meeters = { me: PersonId; others: readonly Card[]; window: TalkWindow; now: Date };

/** Everybody of `others` with the reasons of both sides and the next common slots, best matches first. */
export async function partnersFor(
  reader: Reader,
  { me, others, window, now }: Meeters,
): Promise<TalkPartner[]> {
  const ids = [me, ...others.map(({ personId }) => personId)];
  const [wishes, taken] = await Promise.all([
    reader.select().from(listings).where(inArray(listings.personId, ids)),
    takenBy(reader, ids),
  ]);
  const wishesOf = (personId: PersonId) => wishes.filter((wish) => wish.personId === personId);
  const busyOf = (personId: PersonId) => taken.get(personId) ?? [];
  const mine = wishesOf(me);
  const partners = others.map((card) => {
    const theirs = wishesOf(card.personId);
    const tags = (kind: "need" | "offer") => theirs.flatMap((wish) => (wish.kind === kind ? [wish.tag] : []));
    return {
      ...card,
      sentence: theirs.find(({ text }) => text !== "")?.text ?? "",
      needs: tags("need"),
      offers: tags("offer"),
      match: matchOf(mine, theirs),
      slots: freeSlots({ window, busy: [...busyOf(me), ...busyOf(card.personId)], now }),
    };
  });
  return inOrder(partners);
}
