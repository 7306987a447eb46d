import { redirect } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import { requirePerson } from "@/auth/session";
import { MyTasks } from "@/components/account/my-tasks";
import { SitePage } from "@/components/site/site-page";
import { titled } from "@/components/site/titled";
import { Empty } from "@/components/ui/empty";
import { NetworkMark } from "@/components/ui/network-mark";
import { listMyNetworks } from "@/domain/alliance/queries";
import { tasksOf } from "@/domain/alliance/queries/tasks";
import { onlyDesk } from "@/domain/alliance/rules";
import { href } from "@/lib/i18n/href";
import { localeOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { now } from "@/lib/time/clock";
import "@/components/programme/programme.css";

type PageProps = { params: Promise<{ locale: string }> };

export const generateMetadata = titled((locale) => translator(locale, "organizer")("desk.networks"));

/** The networks whose office the person may open, and events of others that wait for them; where there is one way, that way. */
export default async function Page({ params }: PageProps) {
  const locale = localeOf((await params).locale);
  setRequestLocale(locale);
  const viewer = await requirePerson(locale, "/o");
  const [networks, tasks] = await Promise.all([listMyNetworks(viewer), tasksOf(viewer, now())]);
  const only = onlyDesk(networks, tasks);
  if (only) redirect(href(locale, `/o/${only.slug}`));
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
        <MyTasks tasks={tasks} offices={[]} locale={locale} />
      </div>
    </SitePage>
  );
}
