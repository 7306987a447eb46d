import { useTranslations } from "next-intl";
import { type EventFilter, eventKinds } from "@/components/programme/event-filter";
import type { CalendarCounts, NetworkBadge } from "@/components/programme/event-views";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Check } from "@/components/ui/check";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { topicIds } from "@/domain/programme/labels";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";

type CalendarFiltersProps = {
  /** How many events ahead have each value. */
  counts: CalendarCounts;
  networks: readonly NetworkBadge[];
  filter: EventFilter;
  locale: Locale;
};

/**
 * A plain form that asks by address, so that a choice can be shared and works without JavaScript. The choices are
 * folded on phones, where they would push every event off the first screen, and open on wide ones (programme.css).
 */
export function CalendarFilters({ counts, networks, filter, locale }: CalendarFiltersProps) {
  const t = useTranslations("public");
  const chosen =
    filter.topic.length + filter.kind.length + filter.language.length + (filter.network === "" ? 0 : 1);
  const active = filter.q !== "" || chosen > 0 || filter.series !== "" || filter.when === "past";
  return (
    <form
      className="filters"
      method="get"
      action={href(locale, "/events/find")}
      aria-label={t("calendar.filters")}
    >
      {filter.series === "" ? null : <input type="hidden" name="series" value={filter.series} />}
      {filter.when === "past" ? <input type="hidden" name="when" value="past" /> : null}
      <Field label={t("calendar.search")} name="q" type="search" defaultValue={filter.q} maxLength={100} />
      <details className="filters__fold">
        <summary>
          <span className="grow">{t("calendar.filters")}</span>
          {chosen > 0 ? <Badge tone="primary">{chosen}</Badge> : null}
        </summary>
        <div className="filters__all">
          <FilterFields counts={counts} networks={networks} filter={filter} />
          <Button type="submit" variant="secondary" block>
            {t("calendar.apply")}
          </Button>
        </div>
      </details>
      {active ? (
        <a className="small" href={href(locale, "/events")}>
          {t("calendar.reset")}
        </a>
      ) : null}
    </form>
  );
}

function FilterFields({ counts, networks, filter }: Omit<CalendarFiltersProps, "locale">) {
  const t = useTranslations("public");
  const counted = (label: string, count: number) => (
    <span className="row between row--nowrap">
      <span>{label}</span>
      <span className="subtle small">{count}</span>
    </span>
  );
  return (
    <>
      <fieldset className="fil">
        <legend>{t("calendar.topic")}</legend>
        {topicIds.map((topic) => {
          const count = counts.topic.get(topic) ?? 0;
          const checked = filter.topic.some((one) => one === topic);
          return count === 0 && !checked ? null : (
            <Check
              key={topic}
              name="topic"
              value={topic}
              defaultChecked={checked}
              label={counted(t(`topics.${topic}`), count)}
            />
          );
        })}
      </fieldset>
      <fieldset className="fil">
        <legend>{t("calendar.kind")}</legend>
        {eventKinds.map((kind) => {
          const count = counts.kind.get(kind) ?? 0;
          const checked = filter.kind.includes(kind);
          return count === 0 && !checked ? null : (
            <Check
              key={kind}
              name="kind"
              value={kind}
              defaultChecked={checked}
              label={counted(t(`kinds.${kind}`), count)}
            />
          );
        })}
      </fieldset>
      <fieldset className="fil">
        <legend>{t("calendar.language")}</legend>
        <Check
          name="language"
          value="de"
          defaultChecked={filter.language.includes("de")}
          label={counted(t("event.languageDe"), counts.language.get("de") ?? 0)}
        />
        <Check
          name="language"
          value="en"
          defaultChecked={filter.language.includes("en")}
          label={counted(t("event.languageEn"), counts.language.get("en") ?? 0)}
        />
      </fieldset>
      <Select
        label={t("calendar.network")}
        name="network"
        defaultValue={filter.network}
        options={[
          { value: "", label: t("calendar.allNetworks") },
          ...networks.map((network) => ({ value: network.slug, label: network.name })),
        ]}
      />
    </>
  );
}
