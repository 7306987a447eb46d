import { z } from "zod";

/** Languages of the product, the default first. German has no prefix in an address, English has `/en`. */
export const locales = ["de", "en"] as const;
export type Locale = (typeof locales)[number];
export const defaultLocale: Locale = "de";

/** Zone in which events are shown unless they name their own. */
export const homeZone = "Europe/Berlin";

export const localeSchema = z.enum(locales);

/** The locale named by an address, header or column; German for anything unknown. */
export function localeOf(value: unknown): Locale {
  return localeSchema.catch(defaultLocale).parse(value);
}

/** Language tag for Intl: German as in Germany, English as in Britain (day before month, 24 hours). */
export const intlTag: Record<Locale, string> = { de: "de-DE", en: "en-GB" };
