import { useTranslations } from "next-intl";
import type { EntryPage } from "@/components/board/board-words";
import { DoneNote } from "@/components/board/done-note";
import { EntryAuthor, EntryBadges, EntryCard, EntryChips } from "@/components/board/entry-card";
import { EntryHelp, type HelpProps } from "@/components/board/entry-help";
import { EntryModeration, EntryReport } from "@/components/board/entry-moderation";
import { EntryOwn } from "@/components/board/entry-own";
import { useFieldErrors } from "@/components/registration/field-errors";
import { RefusedSummary } from "@/components/registration/refused-summary";
import { Crumbs } from "@/components/site/crumbs";
import { Icon } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";
import { isHideReason } from "@/domain/board/labels";
import { seriesWords } from "@/domain/programme/labels";
import { href } from "@/lib/i18n/href";
import { homeZone } from "@/lib/i18n/locales";
import { formatDay } from "@/lib/time/format";
import "./board.css";

export type EntryPageProps = Omit<HelpProps, "back"> & {
  series: { id: string; slug: string; title: string; titleEn: string; summary: string; summaryEn: string };
  /** Endings for the file field. */
  accept: string;
  now: Date;
  done?: string | undefined;
};

function Files({ entry }: { entry: EntryPage }) {
  const t = useTranslations("board.entry");
  if (entry.files.length === 0) return null;
  return (
    <section className="stack gap-2">
      <h2 className="text-lg">{t("files")}</h2>
      <ul className="divided">
        {entry.files.map(({ fileId, name }) => (
          <li key={fileId} className="row gap-2 py-2">
            <Icon name="file" size="sm" />
            <a href={`/api/board/files/${fileId}`}>{name}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What stands between title and buttons. */
function Body({ entry, locale, now }: Pick<EntryPageProps, "entry" | "locale" | "now">) {
  const t = useTranslations("board");
  const day = (at: Date) => formatDay({ locale, zone: homeZone, at });
  const { outcome, hiddenReason, validUntil } = entry;
  return (
    <>
      {hiddenReason === null ? null : (
        <Notice tone="warning">
          {t("entry.hiddenNote", {
            reason: t(`entry.reasons.${isHideReason(hiddenReason) ? hiddenReason : "other"}`),
          })}
        </Notice>
      )}
      {validUntil < now ? <Notice tone="warning">{t("entry.over")}</Notice> : null}
      {outcome === null ? null : (
        <Notice tone="success">{t("entry.solvedAs", { outcome: t(`outcomes.${outcome}`) })}</Notice>
      )}
      {entry.text === "" ? null : <p className="bentry__text">{entry.text}</p>}
      <EntryChips entry={entry} locale={locale} />
      <p className="small muted">
        {[
          t("posted", { day: day(entry.createdAt) }),
          t("until", { day: day(validUntil) }),
          t(`audiences.${entry.audience}`),
        ].join(" · ")}
      </p>
    </>
  );
}

/** One entry: what it says, how one helps, what its side does with it, and what is alike. */
export function EntryPageView(props: EntryPageProps) {
  const { series, entry, locale, done, refused } = props;
  const t = useTranslations("board");
  const { problems } = useFieldErrors(refused);
  const back = `/s/${series.slug}/board/${entry.id}`;
  return (
    <div className="wrap section--tight stack gap-5">
      <Crumbs
        locale={locale}
        items={[
          { href: href(locale, `/s/${series.slug}`), label: seriesWords(series, locale).title },
          { href: href(locale, `/s/${series.slug}/board`), label: t("toBoard") },
          { label: entry.title },
        ]}
      />
      <DoneNote done={done} />
      <RefusedSummary refused={refused} problems={problems} />
      <div className="bentry">
        <div className="stack gap-5">
          <div className="stack gap-3">
            <EntryBadges entry={entry} />
            <h1>{entry.title}</h1>
          </div>
          <Body {...props} />
          <EntryAuthor entry={entry} />
          <Files entry={entry} />
        </div>
        <aside className="stack gap-4">
          {entry.mayChange ? <EntryOwn {...props} back={back} /> : <EntryHelp {...props} back={back} />}
          {entry.mayModerate ? <EntryModeration entry={entry} back={back} locale={locale} /> : null}
          {props.me && !entry.mayChange && !entry.mayModerate ? (
            <EntryReport entry={entry} back={back} locale={locale} />
          ) : null}
        </aside>
        {entry.similar.length > 0 ? (
          <section className="stack gap-3">
            <h2 className="text-lg">{t("entry.similar")}</h2>
            <ul className="bgrid">
              {entry.similar.map((one) => (
                <EntryCard key={one.id} entry={one} locale={locale} level={3} />
              ))}
            </ul>
          </section>
        ) : null}
      </div>
    </div>
  );
}
