import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Crumbs } from "@/components/site/crumbs";
import type { NetworkView } from "@/domain/alliance/queries";
import type { Due, Gone, Retention } from "@/domain/privacy/queries/retention";
import { href } from "@/lib/i18n/href";
import { homeZone, type Locale } from "@/lib/i18n/locales";
import { formatMoment } from "@/lib/time/format";
import type dePrivacy from "@/messages/de/privacy.json";

type KindKey = keyof (typeof dePrivacy)["retention"]["kinds"];

function useKind(): (kept: string) => string {
  const t = useTranslations("privacy.retention");
  const isKind = (kept: string): kept is KindKey => t.has(`kinds.${kept as KindKey}`);
  return (kept) => (isKind(kept) ? t(`kinds.${kept}`) : kept);
}

/** A table that scrolls by itself where it is wider than the page. */
function Listed({
  title,
  heads,
  children,
}: {
  title: string;
  heads: readonly string[];
  children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="table-scroll" tabIndex={0} aria-label={title}>
      <table className="table">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}

function Ahead({ ahead, network, locale }: { ahead: readonly Due[]; network: NetworkView; locale: Locale }) {
  const t = useTranslations("privacy.retention");
  const kindOf = useKind();
  if (ahead.length === 0) return <p className="muted">{t("none")}</p>;
  return (
    <Listed title={t("ahead")} heads={[t("after"), t("event"), t("what"), t("rows")]}>
      {ahead.map(({ kept, slug, title, on, rows }) => (
        <tr key={`${slug} ${kept}`}>
          <td className="is-moment">{formatMoment({ locale, zone: homeZone, at: on })}</td>
          <td>
            <a href={href(locale, `/o/${network.slug}/e/${slug}`)}>{title}</a>
          </td>
          <td>{kindOf(kept)}</td>
          <td>{rows.toLocaleString(locale)}</td>
        </tr>
      ))}
    </Listed>
  );
}

function Past({ gone, locale }: { gone: readonly Gone[]; locale: Locale }) {
  const t = useTranslations("privacy.retention");
  const kindOf = useKind();
  if (gone.length === 0) return <p className="muted">{t("none")}</p>;
  return (
    <Listed title={t("gone")} heads={[t("at"), t("what"), t("rows")]}>
      {gone.map(({ seq, at, kept, rows }) => (
        <tr key={seq}>
          <td className="is-moment">{formatMoment({ locale, zone: homeZone, at })}</td>
          <td>{kindOf(kept)}</td>
          <td>{rows.toLocaleString(locale)}</td>
        </tr>
      ))}
    </Listed>
  );
}

type RetentionPageProps = { network: NetworkView; retention: Retention; locale: Locale };

/** What of a network's events is deleted when, and what was: numbers only. */
export function RetentionPage({ network, retention, locale }: RetentionPageProps) {
  const t = useTranslations("privacy.retention");
  const desk = useTranslations("organizer.desk");
  return (
    <div className="stack gap-6">
      <Crumbs
        locale={locale}
        items={[{ href: href(locale, `/o/${network.slug}`), label: desk("events") }, { label: t("title") }]}
      />
      <div className="stack gap-2">
        <h1>{t("title")}</h1>
        <p className="muted">{t("lead")}</p>
      </div>
      <h2>{t("ahead")}</h2>
      <Ahead ahead={retention.ahead} network={network} locale={locale} />
      <h2>{t("gone")}</h2>
      <Past gone={retention.gone} locale={locale} />
    </div>
  );
}
