import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import type { PlanVersion } from "@/domain/matchmaking/queries/plan-versions";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { formatMoment } from "@/lib/time/format";
import { VersionFile } from "./plan-version-file";

type PlanVersionsProps = {
  versions: readonly PlanVersion[];
  eventId: string;
  /** Of the plan's page, without language prefix. */
  path: string;
  zone: string;
  locale: Locale;
};

/** Every plan that was published, the youngest first: when, by whom, what that changed, and the way to look at it. */
export function PlanVersions({ versions, eventId, path, zone, locale }: PlanVersionsProps) {
  const t = useTranslations("plan.versions");
  if (versions.length === 0) return null;
  return (
    <details className="card card--sm fold">
      <summary>{t("title", { count: versions.length })}</summary>
      <ul className="pwishes">
        {versions.map(({ version, publishedAt: at, by, ...counts }) => (
          <li key={version} className="pline">
            <span className="pline__who">
              <b>{t("version", { version })}</b>
              <small className="muted">
                {by === null
                  ? formatMoment({ locale, zone, at })
                  : t("publishedBy", { at: formatMoment({ locale, zone, at }), name: by })}
              </small>
            </span>
            <span className="pline__why">{t("counts", counts)}</span>
            <span className="row gap-2">
              <ButtonLink
                size="sm"
                variant="quiet"
                href={href(locale, `${path}/versions/${version}`)}
                aria-label={t("lookAt", { version })}
              >
                {t("look")}
              </ButtonLink>
              <VersionFile {...{ eventId, version, locale }} back={path} />
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
