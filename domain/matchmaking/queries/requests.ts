import "server-only";
import { db, type Reader } from "@/db/client";
import type { Actor } from "@/domain/policy";
import type { Id } from "@/lib/ids";
import { now as clockNow } from "@/lib/time/clock";
import { type RequestWithSlots, requestsOf } from "../internal/appointments";
import type { Card } from "../internal/partners";
import { type RequestState, requestState } from "../rules";
import { cardsOf, type EventCard } from "./cards";
import { personsOf } from "./sides";

type PersonId = Id<"person">;
type EventId = Id<"event">;

export type TalkRequest = {
  requestId: Id<"request">;
  direction: "incoming" | "outgoing";
  state: RequestState;
  partner: Card;
  event: EventCard;
  note: string;
  expiresAt: Date;
  slots: RequestWithSlots["slots"];
};

async function requestViews(
  reader: Reader,
  { ids, rows, now }: { ids: readonly PersonId[]; rows: readonly RequestWithSlots[]; now: Date },
): Promise<TalkRequest[]> {
  const sideOf = ({ request }: RequestWithSlots) => {
    const outgoing = ids.includes(request.fromPersonId);
    return { outgoing, partnerId: outgoing ? request.toPersonId : request.fromPersonId };
  };
  const cardOf = await cardsOf(
    reader,
    rows.map((row) => ({ eventId: row.request.eventId, personId: sideOf(row).partnerId })),
  );
  return rows.flatMap((row): TalkRequest[] => {
    const { outgoing, partnerId } = sideOf(row);
    const card = cardOf(row.request.eventId, partnerId);
    if (!card) return [];
    const { id: requestId, note, expiresAt } = row.request;
    const direction = outgoing ? "outgoing" : "incoming";
    const state = requestState(row.request, now);
    return [{ requestId, direction, state, ...card, note, expiresAt, slots: row.slots }];
  });
}

/** The viewer's requests, oldest first, of one event or of all. */
export async function listMyRequests(
  viewer: Actor,
  eventId?: EventId,
  now = clockNow(),
): Promise<TalkRequest[]> {
  const ids = await personsOf(db(), viewer);
  const rows = await requestsOf(db(), ids, { eventId, now });
  return requestViews(db(), { ids, rows, now });
}

/** One request as its recipient sees it, and who that is; undefined for everybody but its recipient. */
export async function requestToMe(
  viewer: Actor,
  requestId: Id<"request">,
  now = clockNow(),
): Promise<{ request: TalkRequest; me: PersonId } | undefined> {
  const ids = await personsOf(db(), viewer);
  const rows = await requestsOf(db(), ids, { requestId, now });
  const row = rows.find(({ request }) => ids.includes(request.toPersonId));
  if (!row) return undefined;
  // One browser can hold the links of both sides; this page is about the one who was asked.
  const me = row.request.toPersonId;
  const [request] = await requestViews(db(), { ids: [me], rows: [row], now });
  return request && { request, me };
}
