import { useTranslations } from "next-intl";
import { type EventFilter, eventFilter, eventQuery } from "@/components/programme/event-filter";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";

type AllLinkProps = { choice: Partial<EventFilter>; count: number; locale: Locale };

/** The way from a list that shows some events to all of them, page by page in the calendar. */
export function AllLink({ choice, count, locale }: AllLinkProps) {
  const t = useTranslations("public.calendar");
  const query = eventQuery({ ...eventFilter.parse({}), ...choice }, 1);
  return (
    <p className="small mt-2">
      <a href={href(locale, `/events/find${query}`)}>
        {t(choice.when === "past" ? "pastAll" : "aheadAll", { count })}
      </a>
    </p>
  );
}
