import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";

/** What a list's page says in its head of the same list for programs; `path` is without language prefix. */
export const feedAlternates = (path: string, locale: Locale) => {
  const page = href(locale, path);
  return {
    types: {
      "application/atom+xml": `${page}.atom`,
      "application/rss+xml": `${page}.rss`,
      "application/feed+json": `${page}.json`,
      "text/calendar": `${page}.ics`,
    },
  };
};
