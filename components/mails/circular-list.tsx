import { useTranslations } from "next-intl";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { Empty } from "@/components/ui/empty";
import type { CircularView } from "@/domain/notifications/queries/circulars";
import { circularText } from "@/domain/notifications/rules/words";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { formatMoment } from "@/lib/time/format";

export const circularTones = {
  draft: "neutral",
  held: "warning",
  sending: "primary",
  sent: "success",
  stopped: "outline",
} satisfies Record<CircularView["state"], BadgeTone>;

type CircularListProps = { circulars: readonly CircularView[]; path: string; locale: Locale; zone: string };

/** What was written to the people of the event, newest first. */
export function CircularList({ circulars, path, locale, zone }: CircularListProps) {
  const t = useTranslations("mails.circular");
  return (
    <section className="stack gap-3" aria-labelledby="messages">
      <h2 id="messages" className="text-xl">
        {t("title")}
      </h2>
      {circulars.length === 0 ? (
        <Empty icon="mail" title={t("none")}>
          <p>{t("noneHint")}</p>
        </Empty>
      ) : null}
      <ul className="divided list">
        {circulars.map((circular) => (
          <li key={circular.id} className="row between py-3">
            <div>
              <a className="strong" href={href(locale, `${path}/${circular.id}`)}>
                {circularText(circular, locale).subject || t("unwritten")}
              </a>
              <p className="small muted">
                {t("by", {
                  name: circular.authorName,
                  at: formatMoment({ locale, zone, at: circular.releasedAt ?? circular.createdAt }),
                })}
                {circular.releasedAt ? <> · {t("counts", circular.mails)}</> : null}
              </p>
            </div>
            <Badge tone={circularTones[circular.state]}>{t(`states.${circular.state}`)}</Badge>
          </li>
        ))}
      </ul>
    </section>
  );
}
