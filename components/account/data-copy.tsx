import { useTranslations } from "next-intl";
import { Crumbs } from "@/components/site/crumbs";
import {
  type Entry,
  type FieldName,
  fields,
  isCoded,
  type PersonalData,
  sections,
  type Value,
} from "@/domain/privacy/rules";
import { href } from "@/lib/i18n/href";
import { homeZone, type Locale } from "@/lib/i18n/locales";
import { formatMoment } from "@/lib/time/format";
import type dePrivacy from "@/messages/de/privacy.json";
import "./data.css";

type WordKey = keyof (typeof dePrivacy)["words"];

function Said({ field, value, locale }: { field: FieldName; value: Value; locale: Locale }) {
  const t = useTranslations("privacy");
  const isWord = (key: string): key is WordKey => t.has(`words.${key as WordKey}`);
  if (value instanceof Date) return formatMoment({ locale, zone: homeZone, at: value });
  if (typeof value === "boolean") return value ? t("words.yes") : t("words.no");
  const text = String(value);
  return isCoded(field) && isWord(text) ? t(`words.${text}`) : text;
}

/** What is empty says nothing and is left out. */
const isSaid = (value: Value | undefined): value is NonNullable<Value> =>
  value !== undefined && value !== null && value !== "";

function EntryList({ entry, locale }: { entry: Entry; locale: Locale }) {
  const t = useTranslations("privacy.fields");
  return (
    <dl className="held">
      {fields.map((field) => {
        const value = entry[field];
        return isSaid(value) ? (
          <div key={field}>
            <dt>{t(field)}</dt>
            <dd>
              <Said field={field} value={value} locale={locale} />
            </dd>
          </div>
        ) : null;
      })}
    </dl>
  );
}

/** Everything that is held about one person, part by part, to read and to print. */
export function DataCopy({ data, locale, now }: { data: PersonalData; locale: Locale; now: Date }) {
  const t = useTranslations("privacy");
  return (
    <div className="wrap wrap--text section--tight stack gap-6">
      <Crumbs
        locale={locale}
        items={[{ href: href(locale, "/me/data"), label: t("page.title") }, { label: t("copy.title") }]}
      />
      <div className="stack gap-2">
        <h1>{t("copy.title")}</h1>
        <p className="lead">{t("copy.lead", { at: formatMoment({ locale, zone: homeZone, at: now }) })}</p>
      </div>
      {sections.map((section) => (
        <section key={section} aria-labelledby={`held-${section}`}>
          <h2 id={`held-${section}`}>{t(`sections.${section}`)}</h2>
          {data[section].length === 0 ? <p className="muted">{t("copy.none")}</p> : null}
          {data[section].map((entry, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: The list is read once and never changes its order.
            <EntryList key={index} entry={entry} locale={locale} />
          ))}
        </section>
      ))}
    </div>
  );
}
