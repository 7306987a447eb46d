import { notFound } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import { requirePerson } from "@/auth/session";
import { DeskPage } from "@/components/desk/desk-page";
import { NewEvent } from "@/components/desk/new-event";
import { titled } from "@/components/site/titled";
import { findMyNetwork, listNetworks } from "@/domain/alliance/queries";
import { listOfferedTemplates } from "@/domain/planning/queries/templates";
import { proposedStart } from "@/domain/planning/rules";
import { can } from "@/domain/policy";
import { listSeriesToChoose } from "@/domain/programme/queries/series-desk";
import { localeOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { now } from "@/lib/time/clock";

type PageProps = {
  params: Promise<{ locale: string; network: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const generateMetadata = titled((locale) => translator(locale, "organizer")("create.title"));

/** A template and three entries: what a draft needs. */
export default async function Page({ params, searchParams }: PageProps) {
  const { locale: language, network: slug } = await params;
  const locale = localeOf(language);
  setRequestLocale(locale);
  const viewer = await requirePerson(locale, `/o/${slug}/new`);
  const network = await findMyNetwork(viewer, slug);
  if (!network || !can(viewer, "event.create", { networkId: network.id })) notFound();
  const [networks, own, series, asked] = await Promise.all([
    listNetworks(),
    listOfferedTemplates(viewer, network.id),
    listSeriesToChoose(viewer, { networkId: network.id }),
    searchParams,
  ]);
  const chosen = series.find(({ id }) => id === asked.series);
  return (
    <DeskPage network={network} locale={locale} path={`/o/${slug}/new`}>
      <NewEvent
        network={network}
        others={networks.filter((one) => one.id !== network.id)}
        own={own}
        locale={locale}
        start={proposedStart(chosen?.startsOn, now())}
        series={series}
        chosen={chosen?.id}
      />
    </DeskPage>
  );
}
