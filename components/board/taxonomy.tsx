import { useTranslations } from "next-intl";
import { addTagAction, changeTagAction, mergeTagsAction, retireTagAction } from "@/actions/board";
import type { OfficeTag } from "@/components/board/board-words";
import { ActionForm } from "@/components/desk/action-form";
import { ActionField, ActionSelect, ActionTextArea } from "@/components/desk/answered-form";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { builtIn } from "@/domain/board/labels";
import type { Locale } from "@/lib/i18n/locales";
import "./board.css";

type TaxonomyProps = {
  networkId: string;
  tags: readonly OfficeTag[];
  events: readonly { id: string; title: string }[];
  locale: Locale;
};

const small = { size: "sm" } as const;
const labelOf = (tag: OfficeTag, locale: Locale) => (locale === "de" ? tag.labelDe : tag.labelEn);

/** The topics of the alliance by field, each to be renamed, merged and retired, and a form for a new one. */
export function Taxonomy({ networkId, tags, events, locale }: TaxonomyProps) {
  const t = useTranslations("board.taxonomy");
  const tagOf = new Map(tags.map((tag) => [tag.tag, tag]));
  return (
    <div className="deskcols">
      <section className="stack gap-4">
        <p className="small muted">{t("hint")}</p>
        {builtIn.map((field) => {
          const own = tags.filter((tag) => tag.field === field.id);
          return own.length === 0 ? null : (
            <details key={field.id} className="bmore">
              <summary>
                {field.words[locale]}{" "}
                <span className="small muted">
                  {t("count", { count: own.filter((tag) => !tag.mergedInto).length })}
                </span>
              </summary>
              <ul className="divided">
                {own.map((tag) => (
                  <TagRow
                    key={tag.tag}
                    {...{ networkId, tag, into: tagOf.get(tag.mergedInto ?? ""), locale }}
                  />
                ))}
              </ul>
            </details>
          );
        })}
      </section>
      <aside className="stack gap-4">
        <MergeTags {...{ networkId, tags, locale }} />
        <AddTag {...{ networkId, events, locale }} />
      </aside>
    </div>
  );
}

type RowProps = { networkId: string; tag: OfficeTag; into: OfficeTag | undefined; locale: Locale };

function TagRow({ networkId, tag, into, locale }: RowProps) {
  const t = useTranslations("board.taxonomy");
  const label = labelOf(tag, locale);
  return (
    <li className="py-2">
      <div className="row gap-2">
        <b>{label}</b>
        <span className="small muted">{locale === "de" ? tag.labelEn : tag.labelDe}</span>
        {tag.event === null ? null : <Badge>{t("onlyAt", { event: tag.event })}</Badge>}
        {tag.retiredAt === null ? null : <Badge tone="warning">{t("retired")}</Badge>}
        {into ? <Badge>{t("mergedInto", { tag: labelOf(into, locale) })}</Badge> : null}
      </div>
      {tag.synonyms.length > 0 ? <p className="small muted">{tag.synonyms.join(", ")}</p> : null}
      {into ? null : (
        <details className="bmore">
          <summary>{t("edit", { tag: label })}</summary>
          <TagEdit {...{ networkId, tag }} />
        </details>
      )}
    </li>
  );
}

/** What a topic is called, new or as it is. */
function TagWords({ tag }: { tag?: OfficeTag }) {
  const t = useTranslations("board.taxonomy");
  return (
    <>
      {(["labelDe", "labelEn"] as const).map((name) => (
        <ActionField
          key={name}
          label={t(name)}
          name={name}
          defaultValue={tag?.[name]}
          maxLength={60}
          required
        />
      ))}
      <ActionTextArea
        label={t("synonyms")}
        hint={t("synonymsHint")}
        name="synonyms"
        rows={2}
        defaultValue={tag?.synonyms.join(", ")}
      />
    </>
  );
}

function TagEdit({ networkId, tag }: Pick<RowProps, "networkId" | "tag">) {
  const t = useTranslations("board.taxonomy");
  const id = (name: string) => `${name}-${tag.tag}`;
  const isRetired = tag.retiredAt !== null;
  const hidden = (
    <>
      <input type="hidden" name="networkId" value={networkId} />
      <input type="hidden" name="tag" value={tag.tag} />
    </>
  );
  return (
    <div className="stack gap-4 py-3">
      <ActionForm
        action={changeTagAction}
        submit={t("save")}
        look={small}
        done={t("saved")}
        id={id("change")}
        names={{ labelDe: t("labelDe"), labelEn: t("labelEn") }}
      >
        {hidden}
        <TagWords tag={tag} />
      </ActionForm>
      <ActionForm
        action={retireTagAction}
        submit={isRetired ? t("restore") : t("retire")}
        look={{ variant: "danger-quiet", size: "sm" }}
        id={id("retire")}
      >
        {hidden}
        <input type="hidden" name="retired" value={isRetired ? "no" : "yes"} />
      </ActionForm>
    </div>
  );
}

/**
 * One topic becomes part of another. One form for all: a choice of all topics beside each of them would make the page
 * grow with their square.
 */
function MergeTags({ networkId, tags, locale }: Omit<TaxonomyProps, "events">) {
  const t = useTranslations("board.taxonomy");
  const open = tags.filter((tag) => !tag.mergedInto);
  const optionsOf = (some: readonly OfficeTag[]) => [
    { value: "", label: t("mergeChoose") },
    ...some.map((tag) => ({
      value: tag.tag,
      label: [labelOf(tag, locale), tag.event === null ? undefined : t("onlyAt", { event: tag.event })]
        .filter(Boolean)
        .join(", "),
    })),
  ];
  return (
    <Card className="stack gap-3">
      <h2 className="text-lg">{t("mergeTitle")}</h2>
      <p className="small muted">{t("mergeHint")}</p>
      <ActionForm
        action={mergeTagsAction}
        submit={t("mergeDo")}
        look={small}
        done={t("merged")}
        id="merge-tags"
        names={{ tag: t("mergeFrom") }}
      >
        <input type="hidden" name="networkId" value={networkId} />
        <ActionSelect label={t("mergeFrom")} name="tag" options={optionsOf(open)} required />
        <ActionSelect
          label={t("merge")}
          name="into"
          options={optionsOf(open.filter(({ retiredAt }) => retiredAt === null))}
          required
        />
      </ActionForm>
    </Card>
  );
}

function AddTag({ networkId, events, locale }: Omit<TaxonomyProps, "tags">) {
  const t = useTranslations("board.taxonomy");
  return (
    <Card className="stack gap-3">
      <h2 className="text-lg">{t("add")}</h2>
      <ActionForm
        action={addTagAction}
        submit={t("add")}
        look={{ variant: "primary", size: "sm" }}
        done={t("added")}
        id="add-tag"
        names={{ labelDe: t("labelDe"), labelEn: t("labelEn") }}
      >
        <input type="hidden" name="networkId" value={networkId} />
        <ActionSelect
          label={t("field")}
          name="field"
          options={builtIn.map(({ id, words }) => ({ value: id, label: words[locale] }))}
        />
        <TagWords />
        <ActionSelect
          label={t("event")}
          name="eventId"
          options={[
            { value: "", label: t("everywhere") },
            ...events.map(({ id, title }) => ({ value: id, label: title })),
          ]}
        />
      </ActionForm>
    </Card>
  );
}
