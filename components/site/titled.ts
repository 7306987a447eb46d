import type { Metadata } from "next";
import { type Locale, localeOf } from "@/lib/i18n/locales";

type Params = { params: Promise<{ locale: string }> };

/**
 * `generateMetadata` of a page that no search engine keeps: its name in the visitor's language, so that tabs, history and screen
 * readers tell pages apart (WCAG 2.4.2).
 */
export const titled =
  (say: (locale: Locale) => string, more: Omit<Metadata, "title" | "robots"> = {}) =>
  async ({ params }: Params): Promise<Metadata> => ({
    title: say(localeOf((await params).locale)),
    robots: { index: false },
    ...more,
  });
