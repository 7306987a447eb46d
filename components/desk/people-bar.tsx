import { useTranslations } from "next-intl";
import { directionOf, type ListColumn, type PeopleFilter } from "@/components/desk/people-filter";
import { answerOptions } from "@/components/registration/answer-options";
import { Button } from "@/components/ui/button";
import { Check } from "@/components/ui/check";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { AnswerChoice } from "@/domain/registration/queries/by-answer";
import { listAttendances, listOrders, listStates } from "@/domain/registration/schema";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";

type PeopleBarProps = {
  filter: PeopleFilter;
  /** Tags that the list knows; without any there is nothing to choose. */
  tags: readonly string[];
  answers: readonly AnswerChoice[];
  /** Whether the viewer may read answers, and so ask who still owes one. */
  mayOpen: boolean;
  /** Whether people can come on site; where all are online there is nothing to choose. */
  isHybrid: boolean;
  /** Columns that this viewer can have. */
  offered: readonly ListColumn[];
  path: string;
  locale: Locale;
};

/** Search, state, kind of seats and tag, and folded away the order and the columns. A plain form: the choice is an address. */
export function PeopleBar(props: PeopleBarProps) {
  const { filter, tags, answers, mayOpen, isHybrid, offered, path, locale } = props;
  const t = useTranslations("organizer.people");
  const states = listStates.filter((state) => mayOpen || state !== "unanswered");
  return (
    <form className="peoplebar" method="get" action={href(locale, path)}>
      <Field small label={t("search")} name="q" type="search" defaultValue={filter.q} maxLength={100} />
      <Select
        small
        label={t("status")}
        name="status"
        defaultValue={filter.status}
        options={states.map((state) => ({ value: state, label: t(state) }))}
      />
      {isHybrid ? (
        <Select
          small
          label={t("attendance")}
          name="attendance"
          defaultValue={filter.attendance}
          options={listAttendances.map((kind) => ({ value: kind, label: t(kind) }))}
        />
      ) : null}
      {tags.length > 0 ? (
        <Select
          small
          label={t("tag")}
          name="tag"
          defaultValue={filter.tag}
          options={[{ value: "", label: t("all") }, ...tags.map((tag) => ({ value: tag, label: tag }))]}
        />
      ) : null}
      {answers.length > 0 ? (
        <Select
          small
          label={t("answer")}
          name="answer"
          defaultValue={filter.answer}
          options={[{ value: "", label: t("all") }, ...answerOptions(answers, locale, t("agreed"))]}
        />
      ) : null}
      <Button type="submit" size="sm">
        {t("find")}
      </Button>
      <ListForm filter={filter} offered={offered} />
    </form>
  );
}

/** On a phone, where rows have no heads to press, this is the way to another order. */
function ListForm({ filter, offered }: Pick<PeopleBarProps, "filter" | "offered">) {
  const t = useTranslations("organizer.people");
  return (
    <details className="peopleform">
      <summary>{t("view")}</summary>
      <div className="row gap-3">
        <Select
          small
          label={t("sort")}
          name="sort"
          defaultValue={filter.sort}
          options={listOrders.map((order) => ({ value: order, label: t(order) }))}
        />
        <Select
          small
          label={t("direction")}
          name="dir"
          defaultValue={directionOf(filter)}
          options={(["asc", "desc"] as const).map((dir) => ({ value: dir, label: t(dir) }))}
        />
      </div>
      <fieldset className="plainset">
        <legend className="field__label">{t("columns")}</legend>
        <input type="hidden" name="cols" value="name" />
        <div className="choices">
          {offered.map((column) => (
            <Check
              key={column}
              name="cols"
              value={column}
              label={t(column)}
              defaultChecked={filter.cols.includes(column)}
            />
          ))}
        </div>
      </fieldset>
    </details>
  );
}
