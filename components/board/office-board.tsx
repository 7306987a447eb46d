import { useTranslations } from "next-intl";
import type { OfficeEntry } from "@/components/board/board-words";
import { EntryBadges } from "@/components/board/entry-card";
import { Badge } from "@/components/ui/badge";
import { Button, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { seriesWords } from "@/domain/programme/labels";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import "./board.css";

type OfficeBoardProps = {
  network: { id: string; slug: string };
  entries: readonly OfficeEntry[];
  boards: readonly { slug: string; title: string; titleEn: string }[];
  locale: Locale;
};

/** Entries that an office answers for, reported ones first; where it writes its own, and the file. */
export function OfficeBoard({ network, entries, boards, locale }: OfficeBoardProps) {
  const t = useTranslations("board");
  return (
    <div className="deskcols">
      <section className="stack gap-3">
        <p className="small muted">{t("office.hint")}</p>
        {entries.length === 0 ? <p>{t("office.none")}</p> : null}
        <ul className="divided">
          {entries.map((entry) => (
            <li key={entry.id} className="stack gap-1 py-3">
              <div className="row gap-2">
                <EntryBadges entry={entry} />
                {entry.reports.length > 0 ? (
                  <Badge tone="danger">
                    {t("office.reports", { count: entry.reports.reduce((sum, { count }) => sum + count, 0) })}
                  </Badge>
                ) : null}
              </div>
              <a href={href(locale, `/s/${entry.seriesSlug}/board/${entry.id}`)}>
                <b className="bentry__text">{entry.title}</b>
              </a>
              <span className="small muted">
                {entry.by.name}
                {entry.organisation ? `, ${t("office.for", { organisation: entry.organisation })}` : ""}
                {entry.anonymous ? ` · ${t("anonymous")}` : ""}
              </span>
              {entry.reports.length > 0 ? (
                <span className="small">
                  {entry.reports
                    .map(({ reason, count }) => `${t(`entry.reasons.${reason}`)} (${count})`)
                    .join(", ")}
                </span>
              ) : null}
            </li>
          ))}
        </ul>
      </section>
      <aside className="stack gap-4">
        <Card className="stack gap-3">
          <h2 className="text-lg">{t("office.write")}</h2>
          {boards.length === 0 ? <p className="small muted">{t("office.noBoards")}</p> : null}
          {boards.map((board) => (
            <ButtonLink
              key={board.slug}
              size="sm"
              href={href(locale, `/s/${board.slug}/board/new?for=${network.id}`)}
            >
              {seriesWords({ ...board, summary: "", summaryEn: "" }, locale).title}
            </ButtonLink>
          ))}
        </Card>
        <form method="post" action={`/api/networks/${network.id}/entries/export`}>
          <input type="hidden" name="locale" value={locale} />
          <input type="hidden" name="back" value={`/o/${network.slug}/office/board`} />
          <Button type="submit" size="sm">
            {t("office.export")}
          </Button>
        </form>
      </aside>
    </div>
  );
}
