import { notFound } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import { localeOf } from "@/lib/i18n/locales";

/** Catches every address without a page, so that its answer comes in the reader's language. */
export default async function UnknownPage({ params }: { params: Promise<{ locale: string }> }) {
  setRequestLocale(localeOf((await params).locale));
  notFound();
}
