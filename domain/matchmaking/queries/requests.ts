import "server-only";
import { db, type Reader } from "@/db/client";
import type { Actor } from "@/domain/policy";
import type { Id } from "@/lib/ids";
import { now as clockNow } from "@/lib/time/clock";
import { type RequestWithSlots, requestsOf } from "../internal/appointments";
import type { Card } from "../internal/partners";
import { type RequestState, requestState } from "../rules";
import { cardsOf, type EventCard } from "./cards";
import { messagesIn, ownZones, type RequestMessage } from "./request-details";
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
  /** The viewer's own zone: they read its clock first, the event's second. */
  ownZone: string;
  /** True for other times that answer an earlier request. */
  isCounter: boolean;
  messages: RequestMessage[];
};

async function requestViews(
  reader: Reader,
  { ids, rows, now }: { ids: readonly PersonId[]; rows: readonly RequestWithSlots[]; now: Date },
): Promise<TalkRequest[]> {
  const sideOf = ({ request }: RequestWithSlots) => {
    const outgoing = ids.includes(request.fromPersonId);
    return { outgoing, partnerId: outgoing ? request.toPersonId : request.fromPersonId };
  };
  const requestIds = rows.map(({ request }) => request.id);
  const [cardOf, zoneOf, messagesOf] = await Promise.all([
    cardsOf(
      reader,
      rows.map((row) => ({ eventId: row.request.eventId, personId: sideOf(row).partnerId })),
    ),
    ownZones(reader, ids),
    messagesIn(reader, { requestIds, ids }),
  ]);
  return rows.flatMap((row): TalkRequest[] => {
    const { outgoing, partnerId } = sideOf(row);
    const card = cardOf(row.request.eventId, partnerId);
    if (!card) return [];
    const { id: requestId, note, expiresAt } = row.request;
    const direction = outgoing ? "outgoing" : "incoming";
    const state = requestState(row.request, now);
    const me = outgoing ? row.request.fromPersonId : row.request.toPersonId;
    const ownZone = zoneOf(row.request.eventId, me) ?? card.event.timeZone;
    const isCounter = row.request.counterOf !== null;
    const shown = { note, expiresAt, slots: row.slots, ownZone, isCounter };
    return [{ requestId, direction, state, ...card, ...shown, messages: messagesOf(requestId) }];
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

/** One request of the viewer, whichever side they are on, and who of the viewer's people that is. */
export async function findMyRequest(
  viewer: Actor,
  requestId: Id<"request">,
  now = clockNow(),
): Promise<{ request: TalkRequest; me: PersonId } | undefined> {
  const ids = await personsOf(db(), viewer);
  const [row] = await requestsOf(db(), ids, { requestId, now });
  if (!row) return undefined;
  const { fromPersonId, toPersonId } = row.request;
  // Whoever holds the links of both sides was sent here by the mail to the one who was asked.
  const me = ids.includes(toPersonId) ? toPersonId : fromPersonId;
  const [request] = await requestViews(db(), { ids: [me], rows: [row], now });
  return request && { request, me };
}

/** One request as its recipient sees it, and who that is; undefined for everybody but its recipient. */
export async function requestToMe(
  viewer: Actor,
  requestId: Id<"request">,
  now = clockNow(),
): Promise<{ request: TalkRequest; me: PersonId } | undefined> {
  const found = await findMyRequest(viewer, requestId, now);
  return found?.request.direction === "incoming" ? found : undefined;
}
