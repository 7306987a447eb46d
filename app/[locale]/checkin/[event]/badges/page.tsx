import { type DoorParams, doorOf } from "@/auth/door-pages";
import { BadgeSheet } from "@/components/checkin/badge-sheet";
import { DoorPage } from "@/components/checkin/door-page";
import { titled } from "@/components/site/titled";
import { translator } from "@/lib/i18n/translator";

type PageProps = {
  params: DoorParams;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const dynamic = "force-dynamic";

export const generateMetadata = titled((locale) => translator(locale, "checkin")("badges.title"), {
  referrer: "same-origin",
});

/** Name badges of everybody who has a place, ten to a sheet. Query: `only` is the one registration to print. */
export default async function Page({ params, searchParams }: PageProps) {
  const { locale, path, event, network, people } = await doorOf(params, "/badges");
  const query = await searchParams;
  const only = typeof query.only === "string" ? query.only : undefined;
  const confirmed = people.people.filter(({ standing }) => standing === "welcome");
  const chosen = only === undefined ? confirmed : confirmed.filter(({ id }) => id === only);
  return (
    <DoorPage event={event} network={network} locale={locale} path={path} current="badges">
      <BadgeSheet event={event} network={network} people={chosen} locale={locale} only={only} />
    </DoorPage>
  );
}
