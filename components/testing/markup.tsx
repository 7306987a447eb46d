import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { homeZone, type Locale } from "@/lib/i18n/locales";
import { messages } from "@/lib/i18n/messages";

/** A view as the server draws it, with all words in this language, for somebody in the home zone. */
export const markupOf = (view: ReactNode, locale: Locale = "de"): string =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={messages[locale]} timeZone={homeZone}>
      {view}
    </NextIntlClientProvider>,
  );
