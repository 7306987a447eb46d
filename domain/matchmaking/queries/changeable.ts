import "server-only";
import { db } from "@/db/client";
import type { Actor } from "@/domain/policy";
import type { Id } from "@/lib/ids";
import { now as clockNow } from "@/lib/time/clock";
import { findWindow, slotsAhead } from "../internal/bookings";
import { proposed } from "../internal/free-times";
import type { Span } from "../rules";
import { correspondents } from "./correspondence";
import { availabilityOf } from "./hindrances";
import { findMyRequest, type TalkRequest } from "./requests";

/** Slots that are offered to choose from. */
const MOST = 24;

export type ChangeableRequest = {
  request: TalkRequest;
  /** As whom it is answered: one browser can hold the mailed links of several people. */
  me: { name: string; email: string };
  /** Slots in which both can talk, earliest first. */
  free: Span[];
  /** Whether the viewer asked, and so changes it; else they were asked, and offer other times. */
  isMine: boolean;
};

/** A request that waits, for either of its two people to choose other times; undefined for anybody else's. */
export async function changeableRequest(
  viewer: Actor,
  requestId: Id<"request">,
  now = clockNow(),
): Promise<ChangeableRequest | undefined> {
  const found = await findMyRequest(viewer, requestId, now);
  const eventId = found?.request.event.id;
  const window = eventId && (await findWindow(db(), eventId));
  if (!found || !eventId || !window || found.request.state !== "requested") return undefined;
  const { request, me } = found;
  const personIds = [me, request.partner.personId];
  const [of, [side]] = await Promise.all([
    availabilityOf(db(), { eventId, personIds, during: window }),
    correspondents(db(), eventId, [me]),
  ]);
  if (!side) return undefined;
  const free = proposed(slotsAhead(window, now), personIds.map(of), MOST);
  const { name, email } = side;
  return { request, me: { name, email }, free, isMine: request.direction === "outgoing" };
}
