"use client";

import { useTranslations } from "next-intl";
import { type RefObject, useEffect, useRef, useState } from "react";
import { ActionCheck, ActionField, useProblems } from "@/components/desk/answered-form";
import { type CopiedEvent, CopyPreview, type SeriesSpan } from "@/components/desk/copy-preview";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { enteredIn } from "@/domain/kernel/form";
import { MAX_COPIES, type Rhythm, rhythms } from "@/domain/programme/rules/copies";
import type { Locale } from "@/lib/i18n/locales";

/** Day fields of a page without script. */
const PLAIN_FIELDS = 8;
const USUAL_COUNT = 4;

type Row = { key: number; value: string };

/** The rows as they were posted, so that a refused form that was answered as a page keeps them. */
function rowsIn(entered: Record<string, string>): Row[] {
  const days = Array.from({ length: MAX_COPIES }, (_, index) => entered[`days.${index}`] ?? "");
  const filled = days.findLastIndex((day) => day !== "");
  return days.slice(0, Math.max(1, filled + 1)).map((value, key) => ({ key, value }));
}

const rhythmIn = (entered: Record<string, string>): Rhythm =>
  rhythms.find((one) => one === entered.rhythm) ?? "none";

type CopyDatesProps = { event: CopiedEvent; series: SeriesSpan | null; locale: Locale; now: Date };

/** The days of the copies: a first one, its rhythm, and others one by one; below, what will become of them. */
export function CopyDates({ event, series, locale, now }: CopyDatesProps) {
  const t = useTranslations("copies");
  const { entered } = useProblems();
  const [rows, setRows] = useState(() => rowsIn(entered));
  const [rhythm, setRhythm] = useState(() => rhythmIn(entered));
  const [count, setCount] = useState(entered.count ?? String(USUAL_COUNT));
  const fieldset = useRef<HTMLFieldSetElement>(null);
  // Whoever was faster than this script has typed already, and no event told of it.
  useEffect(() => {
    const form = fieldset.current?.form;
    if (!form) return;
    const typed = enteredIn(new FormData(form));
    setRows(rowsIn(typed));
    setRhythm(rhythmIn(typed));
    setCount(typed.count ?? "");
  }, []);
  const change = (key: number, value: string) =>
    setRows((all) => all.map((row) => (row.key === key ? { key, value } : row)));
  const [first, ...others] = rows;
  return (
    <>
      <DayField index={0} label={t("first")} value={first?.value ?? ""} onValue={(day) => change(0, day)} />
      <RhythmFields fieldset={fieldset} onRhythm={setRhythm} onCount={setCount} />
      <div className="stack gap-3">
        {others.map(({ key, value }, place) => (
          <div key={key} className="copyday">
            <DayField
              index={place + 1}
              label={t("other", { number: place + 2 })}
              value={value}
              onValue={(day) => change(key, day)}
            />
            <Button
              icon
              variant="quiet"
              className="needs-script"
              aria-label={t("remove", { number: place + 2 })}
              onClick={() => setRows((all) => all.filter((row) => row.key !== key))}
            >
              <Icon name="x" />
            </Button>
          </div>
        ))}
        <PlainDays from={rows.length} />
        {rows.length < MAX_COPIES ? (
          <Button size="sm" className="copyadd needs-script" onClick={() => setRows(withOneMore)}>
            <Icon name="plus" />
            {t("add")}
          </Button>
        ) : null}
      </div>
      <CopyPreview
        wish={{ days: rows.map(({ value }) => value), rhythm, count }}
        {...{ event, series, locale, now }}
      />
    </>
  );
}

const withOneMore = (rows: readonly Row[]): Row[] => [
  ...rows,
  { key: Math.max(...rows.map(({ key }) => key)) + 1, value: "" },
];

type RhythmFieldsProps = {
  fieldset: RefObject<HTMLFieldSetElement | null>;
  onRhythm: (rhythm: Rhythm) => void;
  onCount: (count: string) => void;
};

/** How the first day repeats, and how often. */
function RhythmFields({ fieldset, onRhythm, onCount }: RhythmFieldsProps) {
  const t = useTranslations("copies");
  return (
    <fieldset ref={fieldset} className="copyrule">
      <legend className="field__label">{t("rhythm")}</legend>
      {rhythms.map((one) => (
        <ActionCheck
          key={one}
          type="radio"
          name="rhythm"
          value={one}
          label={t(`rhythms.${one}`)}
          defaultChecked={one === "none"}
          onChange={() => onRhythm(one)}
        />
      ))}
      <ActionField
        label={t("count")}
        hint={t("countHint")}
        name="count"
        type="number"
        min={1}
        max={MAX_COPIES}
        defaultValue={USUAL_COUNT}
        onChange={({ target }) => onCount(target.value)}
        fieldClassName="copyrule__count"
      />
    </fieldset>
  );
}

/** Further days for whoever has no script that adds fields. */
function PlainDays({ from }: { from: number }) {
  const t = useTranslations("copies");
  const indexes = Array.from({ length: Math.max(0, PLAIN_FIELDS - from) }, (_, place) => from + place);
  return (
    <noscript>
      {indexes.map((index) => (
        <ActionField
          key={index}
          label={t("other", { number: index + 1 })}
          name={`days.${index}`}
          type="date"
        />
      ))}
    </noscript>
  );
}

type DayFieldProps = { index: number; label: string; value: string; onValue: (day: string) => void };

/** One day. What the last answer said of it stands there until the day is another one. */
function DayField({ index, label, value, onValue }: DayFieldProps) {
  const { idOf, errorOf, entered } = useProblems();
  const name = `days.${index}`;
  const isAsPosted = (entered[name] ?? "") === value;
  return (
    <Field
      label={label}
      id={idOf(name)}
      name={name}
      type="date"
      value={value}
      onChange={({ target }) => onValue(target.value)}
      error={isAsPosted ? errorOf(name) : undefined}
      fieldClassName="copyday__field"
    />
  );
}
