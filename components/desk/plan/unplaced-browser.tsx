"use client";

import { useLocale, useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { Select } from "@/components/ui/select";
import type { UnplacedWish } from "@/domain/matchmaking/labels";
import { csvFormats } from "@/lib/csv/formats";
import { filterUnplaced, type ReasonGroup, reasonGroups } from "./unplaced-filter";
import { UnplacedLine } from "./unplaced-line";
import { VirtualList } from "./virtual-list";

/** What the list is as a file: of a search, or without one of the draft. */
export type UnplacedFile = { eventId: string; path: string; runId?: string };

type UnplacedBrowserProps = {
  unplaced: readonly UnplacedWish[];
  nameOf: (personId: string) => string;
  file: UnplacedFile;
  /** Where the page around it has no search by name. */
  hasSearch?: boolean;
};

/** Every wish without a place: by reason, by person, as a file. What must take place comes first. */
export function UnplacedBrowser({ unplaced, nameOf, file, hasSearch }: UnplacedBrowserProps) {
  const t = useTranslations("plan.desk");
  // The list may stand in the page and in a dialog over it at once.
  const id = useId();
  const [group, choose] = useState<ReasonGroup | "">("");
  const [name, search] = useState("");
  const shown = filterUnplaced(unplaced, { group, name, nameOf });
  const there = reasonGroups.filter(
    (one) => filterUnplaced(unplaced, { group: one, name: "", nameOf }).length > 0,
  );
  const options = [
    { value: "", label: t("anyReason") },
    ...there.map((value) => ({ value, label: t(`reasonGroup.${value}`) })),
  ];
  return (
    <div className="stack gap-3">
      <div className="plan__views">
        <Select
          small
          label={t("unplacedReason")}
          id={`${id}reason`}
          name="reason"
          options={options}
          value={group}
          onChange={({ currentTarget }) => choose(there.find((one) => one === currentTarget.value) ?? "")}
        />
        {hasSearch ? (
          <Field
            small
            type="search"
            id={`${id}person`}
            name="person"
            label={t("unplacedPerson")}
            value={name}
            autoComplete="off"
            onChange={({ currentTarget }) => search(currentTarget.value)}
          />
        ) : null}
        <UnplacedExport {...file} />
      </div>
      <p className="small muted">{t("nextHint")}</p>
      <p className="small muted" role="status">
        {t("unplacedFound", { count: shown.length })}
      </p>
      {shown.length > 0 ? (
        <VirtualList
          label={t("unplacedTitle", { count: shown.length })}
          count={shown.length}
          keyOf={(at) => `${shown[at]?.a} ${shown[at]?.b}`}
        >
          {(at) => {
            const wish = shown[at];
            return wish ? <UnplacedLine wish={wish} nameOf={nameOf} /> : null;
          }}
        </VirtualList>
      ) : null}
    </div>
  );
}

/** The whole list as a file. A plain form, as the plan's own. */
function UnplacedExport({ eventId, path, runId }: UnplacedFile) {
  const t = useTranslations("plan.desk");
  const locale = useLocale();
  return (
    <form className="row gap-2" method="post" action={`/api/events/${eventId}/plan/csv`}>
      <input type="hidden" name="back" value={path} />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="list" value="unplaced" />
      {runId ? <input type="hidden" name="runId" value={runId} /> : null}
      {csvFormats.toReversed().map((format) => (
        <Button key={format} type="submit" size="sm" name="format" value={format}>
          <Icon name="download" size="sm" />
          {t(format)}
        </Button>
      ))}
    </form>
  );
}
