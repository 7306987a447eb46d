import { setRequestLocale } from "next-intl/server";
import { requirePerson } from "@/auth/session";
import { SitePage } from "@/components/site/site-page";
import { titled } from "@/components/site/titled";
import { Empty } from "@/components/ui/empty";
import { NetworkMark } from "@/components/ui/network-mark";
import { listMyNetworks } from "@/domain/alliance/queries";
import { href } from "@/lib/i18n/href";
import { localeOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import "@/components/programme/programme.css";

type PageProps = { params: Promise<{ locale: string }> };

export const generateMetadata = titled((locale) => translator(locale, "organizer")("desk.networks"));

/** The networks whose office the person may open. */
export default async function Page({ params }: PageProps) {
  const locale = localeOf((await params).locale);
  setRequestLocale(locale);
  const viewer = await requirePerson(locale, "/o");
  const networks = await listMyNetworks(viewer);
  const t = translator(locale, "organizer");
  return (
    <SitePage locale={locale} path="/o" signedIn>
      <div className="wrap section">
        <h1 className="mb-6">{t("desk.networks")}</h1>
        {networks.length === 0 ? (
          <Empty icon="calendar" title={t("desk.noNetworks")}>
            {t("desk.noNetworksHint")}
          </Empty>
        ) : null}
        <ul className="netgrid">
          {networks.map((network) => (
            <li key={network.id}>
              <a className="netcard" href={href(locale, `/o/${network.slug}`)}>
                <NetworkMark mark={network.mark} colour={network.colour} />
                <b>{network.name}</b>
              </a>
            </li>
          ))}
        </ul>
      </div>
    </SitePage>
  );
}
