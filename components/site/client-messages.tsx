import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { homeZone, type Locale } from "@/lib/i18n/locales";
import { type Area, messages } from "@/lib/i18n/messages";

type ClientMessagesProps = { locale: Locale; areas: readonly Area[]; children: ReactNode };

/** Sends the named areas of the catalog to the browser, for client components below. On public pages only where the page itself is a program. */
export function ClientMessages({ locale, areas, children }: ClientMessagesProps) {
  const picked = Object.fromEntries(areas.map((area) => [area, messages[locale][area]]));
  return (
    <NextIntlClientProvider locale={locale} messages={picked} timeZone={homeZone}>
      {children}
    </NextIntlClientProvider>
  );
}
