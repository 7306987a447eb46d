import { getRequestConfig } from "next-intl/server";
import { homeZone, localeOf } from "@/lib/i18n/locales";
import { messages } from "@/lib/i18n/messages";

/**
 * What next-intl needs to know about a request. An explicit locale (`getTranslations({ locale })`) wins over the
 * one the page set; nothing here reads cookies or headers, so pages stay static.
 */
export default getRequestConfig(async ({ locale, requestLocale }) => {
  const chosen = localeOf(locale ?? (await requestLocale));
  return { locale: chosen, messages: messages[chosen], timeZone: homeZone };
});
