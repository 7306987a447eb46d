import { z } from "zod";
import type { EventSummary } from "@/components/programme/event-views";
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
});
export type EventFilter = z.infer<typeof eventFilter>;

const folded = (text: string) =>
  text
    .normalize("NFKD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase();

/** True when every word of the search stands somewhere in the event's texts, whatever the accents and case. */
function mentions(event: EventSummary, q: string): boolean {
  const text = folded(
    [event.title, event.summary, ...event.topics, ...event.networks.map((n) => n.name)].join(" "),
  );
  return folded(q)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** Within one filter any value will do; between filters all must hold. */
export function matches(event: EventSummary, filter: EventFilter): boolean {
  return (
    (filter.q === "" || mentions(event, filter.q)) &&
    (filter.topic.length === 0 ||
      event.topics.some((topic) => filter.topic.some((wanted) => wanted === topic))) &&
    (filter.kind.length === 0 || filter.kind.includes(event.kind)) &&
    (filter.language.length === 0 || filter.language.includes(event.language)) &&
    (filter.network === "" || event.networks.some((network) => network.slug === filter.network))
  );
}
