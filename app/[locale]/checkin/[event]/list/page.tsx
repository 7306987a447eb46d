import type { Metadata } from "next";
import { type DoorParams, doorOf } from "@/auth/door-pages";
import { DoorList } from "@/components/checkin/door-list";
import { DoorPage } from "@/components/checkin/door-page";
import { localeOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

type PageProps = { params: DoorParams };

export const dynamic = "force-dynamic";

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const t = translator(localeOf((await params).locale), "checkin");
  return { title: t("list.title"), robots: { index: false }, referrer: "same-origin" };
}

/** Everybody who may come, to be printed and ticked by hand. */
export default async function Page({ params }: PageProps) {
  const { locale, path, event, network, people } = await doorOf(params, "/list");
  return (
    <DoorPage event={event} network={network} locale={locale} path={path} current="list">
      <DoorList event={event} people={people} locale={locale} />
    </DoorPage>
  );
}
