import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import type { planVersion, VersionTalk } from "@/domain/matchmaking/queries/plan-versions";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { formatMoment, formatSpan } from "@/lib/time/format";
import { VersionFile } from "./plan-version-file";

type PlanVersionViewProps = {
  known: NonNullable<Awaited<ReturnType<typeof planVersion>>>;
  eventId: string;
  /** Of the plan's page, without language prefix. */
  plan: string;
  zone: string;
  locale: Locale;
};

const sideOf = ({ name, organisation }: VersionTalk["people"][number]) =>
  organisation ? `${name}, ${organisation}` : name;

/** A plan as it stood when it was published. To be read; what holds now stands on the plan's own page. */
export function PlanVersionView({ known, eventId, plan, zone, locale }: PlanVersionViewProps) {
  const t = useTranslations("plan.versions");
  const { version, publishedAt, by, talks, ...counts } = known;
  const at = formatMoment({ locale, zone, at: publishedAt });
  return (
    <div className="stack gap-4">
      <div className="row between">
        <div>
          <h2 className="text-lg">{t("versionTitle", { version })}</h2>
          <p className="small muted">{by === null ? at : t("publishedBy", { at, name: by })}</p>
          <p className="small muted">{t("counts", counts)}</p>
        </div>
        <span className="row gap-2">
          <VersionFile {...{ eventId, version, locale }} back={`${plan}/versions/${version}`} />
          <ButtonLink size="sm" href={href(locale, plan)}>
            {t("toPlan")}
          </ButtonLink>
        </span>
      </div>
      <p className="small muted">{t("asItStood")}</p>
      {talks.length === 0 ? (
        <Empty icon="calendar" title={t("none")} />
      ) : (
        <Talks {...{ talks, zone, locale }} />
      )}
    </div>
  );
}

function Talks({ talks, zone, locale }: { talks: readonly VersionTalk[]; zone: string; locale: Locale }) {
  const t = useTranslations("plan.versions");
  const rows = talks.map(({ people, ...span }) => ({
    when: formatSpan({ locale, zone, ...span }),
    who: people.map(sideOf).join(" × "),
  }));
  return (
    <div data-density="compact">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="table-scroll" tabIndex={0} aria-label={t("talks", { count: talks.length })}>
        <table className="table">
          <caption className="small muted">{t("talks", { count: talks.length })}</caption>
          <thead>
            <tr>
              <th scope="col">{t("when")}</th>
              <th scope="col">{t("who")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ when, who }) => (
              <tr key={`${when} ${who}`}>
                <td>{when}</td>
                <td>{who}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}
