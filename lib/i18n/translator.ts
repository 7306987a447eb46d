import { createTranslator } from "next-intl";
import { homeZone, type Locale } from "@/lib/i18n/locales";
import { type Area, messages } from "@/lib/i18n/messages";

/**
 * Translator for one area outside of React: mails, calendar files, route handlers, jobs. Synchronous, and the
 * language is always said, because there is no request to ask.
 */
export function translator<A extends Area>(locale: Locale, namespace: A) {
  return createTranslator({ locale, messages: messages[locale], namespace, timeZone: homeZone });
}
