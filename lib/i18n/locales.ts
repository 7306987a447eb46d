/** Languages of the product, the default first. German has no prefix in an address, English has `/en`. */
export const locales = ["de", "en"] as const;
export type Locale = (typeof locales)[number];
export const defaultLocale: Locale = "de";

/** Zone in which events are shown unless they name their own. */
export const homeZone = "Europe/Berlin";

/** The locale with exactly this name, if there is one. No schema: this file is part of every page's JavaScript. */
export const namedLocale = (value: unknown): Locale | undefined => locales.find((one) => one === value);

/** The locale named by an address, header or column; German for anything unknown. */
export const localeOf = (value: unknown): Locale => namedLocale(value) ?? defaultLocale;

/** Language tag for Intl: German as in Germany, English as in Britain (day before month, 24 hours). */
export const intlTag: Record<Locale, string> = { de: "de-DE", en: "en-GB" };
