import { useTranslations } from "next-intl";
import { BoardFilters } from "@/components/board/board-filters";
import { type Board, type BoardQuery, boardAddress, isFiltered } from "@/components/board/board-words";
import { DigestForm } from "@/components/board/digest-form";
import { DoneNote } from "@/components/board/done-note";
import { EntryCard } from "@/components/board/entry-card";
import { Crumbs } from "@/components/site/crumbs";
import { ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Icon } from "@/components/ui/icon";
import { seriesWords } from "@/domain/programme/labels";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import "./board.css";

export type BoardSeries = {
  id: string;
  slug: string;
  title: string;
  titleEn: string;
  summary: string;
  summaryEn: string;
};

type BoardPageProps = {
  series: BoardSeries;
  board: Board;
  query: BoardQuery;
  perPage: number;
  locale: Locale;
  /** Whether the reader has the weekly mail; undefined for guests. */
  digest: boolean | undefined;
  done?: string | undefined;
};

/** Offers and needs of a series: filters in the address, cards with the reason that fits the reader, page by page. */
export function BoardPage(props: BoardPageProps) {
  const { series, board, query, locale, digest, done } = props;
  const t = useTranslations("board");
  const base = href(locale, `/s/${series.slug}/board`);
  const isGuest = digest === undefined;
  return (
    <div className="wrap section--tight stack gap-4">
      <Crumbs
        locale={locale}
        items={[
          { href: href(locale, `/s/${series.slug}`), label: seriesWords(series, locale).title },
          { label: t("title") },
        ]}
      />
      <div className="row between gap-4">
        <div className="stack gap-2">
          <h1>{t("title")}</h1>
          <p className="lead">
            {board.total === 0 && isFiltered(query) ? t("leadFiltered") : t("lead", { count: board.total })}
          </p>
        </div>
        <ButtonLink variant="primary" href={`${base}/new`}>
          <Icon name="plus" />
          {t("write")}
        </ButtonLink>
      </div>
      <DoneNote done={done} />
      <BoardFilters base={base} board={board} query={query} locale={locale} isGuest={isGuest} />
      {board.entries.length > 0 ? (
        <ul className="bgrid">
          {board.entries.map((entry) => (
            <EntryCard key={entry.id} entry={entry} locale={locale} />
          ))}
        </ul>
      ) : (
        <Empty icon="search" title={t("empty.title")}>
          {isFiltered(query) ? t("empty.filtered") : t("empty.none")}
        </Empty>
      )}
      <Pages {...props} base={base} />
      {isGuest ? (
        <p className="muted">
          {t("empty.guest")}{" "}
          <a href={href(locale, `/login?next=${encodeURIComponent(`/s/${series.slug}/board`)}`)}>
            {t("signIn")}
          </a>
        </p>
      ) : (
        <DigestForm seriesId={series.id} slug={series.slug} isOn={digest} locale={locale} />
      )}
    </div>
  );
}

function Pages({ board, query, perPage, base }: BoardPageProps & { base: string }) {
  const t = useTranslations("board");
  const pages = Math.ceil(board.total / perPage);
  if (pages < 2) return null;
  return (
    <nav className="row gap-3" aria-label={t("pages")}>
      {query.page > 1 ? (
        <ButtonLink href={boardAddress(base, query, { page: query.page - 1 })}>{t("previous")}</ButtonLink>
      ) : null}
      <span className="muted">{t("page", { page: query.page, pages })}</span>
      {query.page < pages ? (
        <ButtonLink href={boardAddress(base, query, { page: query.page + 1 })}>{t("next")}</ButtonLink>
      ) : null}
    </nav>
  );
}
