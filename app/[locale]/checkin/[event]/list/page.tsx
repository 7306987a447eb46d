import { type DoorParams, doorOf } from "@/auth/door-pages";
import { DoorList } from "@/components/checkin/door-list";
import { DoorPage } from "@/components/checkin/door-page";
import { titled } from "@/components/site/titled";
import { translator } from "@/lib/i18n/translator";

type PageProps = { params: DoorParams };

export const dynamic = "force-dynamic";

export const generateMetadata = titled((locale) => translator(locale, "checkin")("list.title"), {
  referrer: "same-origin",
});

/** Everybody who may come, to be printed and ticked by hand. */
export default async function Page({ params }: PageProps) {
  const { locale, path, event, network, people } = await doorOf(params, "/list");
  return (
    <DoorPage event={event} network={network} locale={locale} path={path} current="list">
      <DoorList event={event} people={people} locale={locale} />
    </DoorPage>
  );
}
