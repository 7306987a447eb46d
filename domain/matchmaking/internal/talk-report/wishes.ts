import { type RequestRow, requestState } from "../../rules";
import type { EventId, PersonId, Wish } from "./facts";

export type AskedRow = RequestRow & {
  id: string;
  eventId: EventId;
  fromPersonId: PersonId;
  toPersonId: PersonId;
  counterOf: string | null;
};

const became = {
  requested: "open",
  // What answered it is gone: nobody has said yes or no.
  countered: "open",
  accepted: "accepted",
  declined: "declined",
  cancelled: "withdrawn",
  expired: "expired",
} as const;

/**
 * Requests as wishes: whoever asked first wished, and what the last answer with other times became is what became of it.
 * Of two answers to one request, which no command makes, the one that counts is the later in the list.
 */
export function wishesOf(rows: readonly AskedRow[], now: Date): Wish[] {
  const known = new Set(rows.map(({ id }) => id));
  const answerTo = new Map(rows.flatMap((row) => (row.counterOf ? [[row.counterOf, row] as const] : [])));
  return rows
    .filter(({ counterOf }) => counterOf === null || !known.has(counterOf))
    .map((first) => {
      let last = first;
      for (let next = answerTo.get(last.id); next; next = answerTo.get(last.id)) last = next;
      const { eventId, fromPersonId: from, toPersonId: to } = first;
      return { eventId, from, to, state: became[requestState(last, now)] };
    });
}
