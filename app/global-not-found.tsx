import type { Metadata } from "next";
import { inter, interExtended } from "@/app/fonts";
import { NotFoundView } from "@/components/site/not-found-view";
import { defaultLocale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import "@/app/globals.css";

export const metadata: Metadata = { title: translator(defaultLocale, "errors")("notFound.title") };

/** For addresses outside of every language, such as an unknown file; pages answer in their own (`[...rest]`). */
export default function GlobalNotFound() {
  return (
    <html lang={defaultLocale} className={`${inter.variable} ${interExtended.variable}`}>
      <body>
        <NotFoundView locale={defaultLocale} />
      </body>
    </html>
  );
}
