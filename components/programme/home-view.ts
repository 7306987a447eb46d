import type { EventSummary, NetworkBadge } from "@/components/programme/event-views";
import type { WeekDay } from "@/components/programme/week-bar";
import { isEventOver, isUnderWay } from "@/domain/programme/rules";
import type { Locale } from "@/lib/i18n/locales";

/** What the home page shows, already chosen and grouped. */
export type HomePageProps = {
  locale: Locale;
  now: Date;
  zone: string;
  live: readonly EventSummary[];
  ahead: readonly EventSummary[];
  week: { title: string; slug: string; endsOn: Date; days: readonly WeekDay[] } | null;
  networks: readonly (NetworkBadge & { upcoming: number })[];
};

/** What takes place now and what is still to come: whatever is over or was called off is left out. */
export function openEvents(events: readonly EventSummary[], now: Date) {
  const open = events.filter((event) => !isEventOver(event, now));
  const isLive = (event: EventSummary) => isUnderWay(event, now);
  return { live: open.filter(isLive), ahead: open.filter((event) => !isLive(event)) };
}
