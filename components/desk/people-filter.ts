import { z } from "zod";

export const peopleStates = ["all", "confirmed", "waiting", "cancelled", "unproven"] as const;

/** Choice of the list of people as it stands in an address; unknown values fall back, never fail. */
export const peopleFilter = z.object({
  q: z.string().trim().max(100).catch(""),
  status: z.enum(peopleStates).catch("all"),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type PeopleFilter = z.infer<typeof peopleFilter>;

export const PAGE_SIZE = 50;

type Listed = { name: string; organisation: string; email: string; status: string; provenAt: Date | null };

/** True when the person is in the chosen state and every word of the search stands in name, organisation or address. */
export function isChosen(person: Listed, { q, status }: PeopleFilter): boolean {
  const text = `${person.name} ${person.organisation} ${person.email}`.toLowerCase();
  const found = q
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
  if (!found || status === "all") return found;
  return status === "unproven" ? person.status !== "cancelled" && !person.provenAt : person.status === status;
}
