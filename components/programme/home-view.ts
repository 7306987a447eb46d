import type { EventSummary, NetworkBadge } from "@/components/programme/event-views";
import type { WeekDay } from "@/components/programme/week-bar";
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
