import { redirect } from "next/navigation";
import { href } from "@/lib/i18n/href";
import { localeOf } from "@/lib/i18n/locales";

type PageProps = { params: Promise<{ locale: string; event: string }> };

/** Whoever holds a seat is shown `[state]/[held]` at this address; anybody else is led to the event. */
export default async function Page({ params }: PageProps) {
  const { locale, event } = await params;
  redirect(href(localeOf(locale), `/e/${event}`));
}
