import { useTranslations } from "next-intl";
import { type Board, type BoardQuery, boardAddress, isFiltered } from "@/components/board/board-words";
import { Button } from "@/components/ui/button";
import { Check } from "@/components/ui/check";
import { ChipLink } from "@/components/ui/chip";
import { Field } from "@/components/ui/field";
import { SegmentedLinks } from "@/components/ui/segmented-links";
import { Select } from "@/components/ui/select";
import { cooperations } from "@/domain/board/labels";
import type { Locale } from "@/lib/i18n/locales";

type BoardFiltersProps = { base: string; board: Board; query: BoardQuery; locale: Locale; isGuest: boolean };

const kinds = ["", "offer", "need", "request"] as const;

/** Kind and topic as links, the rest as a form that asks by address: all of it can be shared and needs no script. */
export function BoardFilters(props: BoardFiltersProps) {
  const { base, board, query, locale } = props;
  const t = useTranslations("board");
  const { counts } = board;
  const all = counts.need + counts.request + counts.offer;
  return (
    <div className="stack gap-3">
      <SegmentedLinks
        label={t("kindsLabel")}
        links={kinds.map((kind) => ({
          href: boardAddress(base, query, { kind }),
          current: query.kind === kind,
          label: (
            <>
              {t(`kinds.${kind === "" ? "all" : kind}`)}{" "}
              <span className="num">{kind === "" ? all : counts[kind]}</span>
            </>
          ),
        }))}
      />
      <Search {...props} />
      {board.topics.length > 0 || query.tag !== "" ? (
        <nav className="row gap-2" aria-label={t("topics")}>
          <ChipLink
            kind="choice"
            small
            href={boardAddress(base, query, { tag: "" })}
            aria-current={query.tag === "" ? "true" : undefined}
          >
            {t("allTopics")}
          </ChipLink>
          {board.topics.map(({ tag, words }) => (
            <ChipLink
              key={tag}
              kind="choice"
              small
              href={boardAddress(base, query, { tag })}
              aria-current={query.tag === tag ? "true" : undefined}
            >
              {words[locale]}
            </ChipLink>
          ))}
        </nav>
      ) : null}
      {isFiltered(query) ? (
        <a className="small" href={base}>
          {t("reset")}
        </a>
      ) : null}
    </div>
  );
}

function Search({ base, board, query, isGuest }: BoardFiltersProps) {
  const t = useTranslations("board");
  const { kind, tag, cooperation, network, everywhere, solved } = query;
  const open = everywhere || solved || cooperation !== "" || network !== "";
  return (
    <form method="get" action={base}>
      {kind === "" ? null : <input type="hidden" name="kind" value={kind} />}
      {tag === "" ? null : <input type="hidden" name="tag" value={tag} />}
      <div className="bbar">
        <Field
          label={t("search")}
          name="q"
          type="search"
          maxLength={100}
          placeholder={t("searchHint")}
          defaultValue={query.q}
          fieldClassName="grow"
        />
        {isGuest ? null : (
          <Select
            label={t("sort")}
            name="sort"
            defaultValue={query.sort}
            options={[
              { value: "match", label: t("sortMatch") },
              { value: "new", label: t("sortNew") },
            ]}
          />
        )}
        <Button type="submit">{t("find")}</Button>
      </div>
      <details className="bmore" open={open}>
        <summary>{t("more")}</summary>
        <div className="bbar__more">
          <Select
            label={t("cooperation")}
            name="cooperation"
            defaultValue={cooperation}
            options={[
              { value: "", label: t("anyCooperation") },
              ...cooperations.map((value) => ({ value, label: t(`cooperations.${value}`) })),
            ]}
          />
          <Select
            label={t("network")}
            name="network"
            defaultValue={network}
            options={[
              { value: "", label: t("anyNetwork") },
              ...board.networks.map(({ slug, name }) => ({ value: slug, label: name })),
            ]}
          />
          <Check name="everywhere" value="on" defaultChecked={everywhere} label={t("everywhere")} />
          <Check name="solved" value="on" defaultChecked={solved} label={t("solved")} />
        </div>
      </details>
    </form>
  );
}
