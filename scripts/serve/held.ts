import type { IncomingMessage } from "node:http";
import { seatsIn } from "@/auth/seats";
import { cookiesIn } from "@/lib/cookies";
import { HELD_HEADER, heldText } from "@/lib/held-events";

/** Tells Next which events the browser of this request holds seats of; one that holds none is not mentioned. */
export async function tellHeld(request: IncomingMessage): Promise<void> {
  const seats = await seatsIn(cookiesIn(request.headers.cookie ?? null));
  if (seats.length > 0) request.headers[HELD_HEADER] = heldText(seats.map(({ eventId }) => eventId));
}
