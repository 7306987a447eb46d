import { z } from "zod";
import { isTopic } from "@/domain/programme/labels";

export const eventKinds = ["webinar", "workshop", "forum", "conference", "training", "matchmaking"] as const;

const several = <Item extends z.ZodType>(item: Item) =>
  z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(item).max(20)).catch([]);

/** The calendar's filters as they stand in an address. Unknown values are dropped, never an error. */
export const eventFilter = z.object({
  q: z.string().trim().max(100).catch(""),
  topic: several(z.string().refine(isTopic)),
  kind: several(z.enum(eventKinds)),
  language: several(z.enum(["de", "en"])),
  network: z.string().max(80).catch(""),
  series: z.string().max(80).catch(""),
  when: z.enum(["ahead", "past"]).catch("ahead"),
  page: z.coerce.number().int().min(1).max(1_000).catch(1),
});
export type EventFilter = z.infer<typeof eventFilter>;

/** The choice as the query of an address, from page to page. */
export function eventQuery(filter: EventFilter, page: number): string {
  const query = new URLSearchParams();
  if (filter.q !== "") query.set("q", filter.q);
  for (const name of ["topic", "kind", "language"] as const)
    for (const value of filter[name]) query.append(name, value);
  for (const name of ["network", "series"] as const) if (filter[name] !== "") query.set(name, filter[name]);
  if (filter.when === "past") query.set("when", "past");
  if (page > 1) query.set("page", String(page));
  const text = query.toString();
  return text === "" ? "" : `?${text}`;
}

/** Where what is chosen can be subscribed to: one topic alone has lists of its own. */
export const listOfChoice = ({ topic }: Pick<EventFilter, "topic">): string =>
  topic.length === 1 ? `/events/${topic[0]}` : "/events";
