"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { PlanMatrix } from "@/domain/matchmaking/labels";
import { MOST_TALKS } from "@/domain/matchmaking/schema/plans";
import type { Act } from "./use-plan";

type RulesProps = { matrix: PlanMatrix; act: Act };

const textOf = (form: FormData, name: string) => String(form.get(name) ?? "");

function usePeople({ people }: PlanMatrix) {
  const t = useTranslations("plan.desk");
  return [
    { value: "", label: t("choosePerson") },
    ...people.map(({ id, name, organisation }) => ({
      value: id,
      label: organisation ? `${name}, ${organisation}` : name,
    })),
  ];
}

/** Two who are to meet, whatever they said themselves; taken back by the other button. */
function MustMeet({ matrix, act }: RulesProps) {
  const t = useTranslations("plan.desk");
  const people = usePeople(matrix);
  const [said, say] = useState("");
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { nativeEvent } = event;
    const button = nativeEvent instanceof SubmitEvent ? nativeEvent.submitter : null;
    const wanted = button?.getAttribute("value") === "no" ? "no" : "yes";
    const form = new FormData(event.currentTarget);
    const fields = {
      eventId: matrix.eventId,
      one: textOf(form, "one"),
      other: textOf(form, "other"),
      wanted,
    };
    say("");
    act("require", fields, () => say(t(wanted === "yes" ? "mustNoted" : "mustTaken")));
  };
  return (
    <form className="stack gap-3" onSubmit={send}>
      <h2 className="text-lg">{t("mustTitle")}</h2>
      <div className="cols cols--2">
        <Select label={t("mustOne")} id="must-one" name="one" options={people} required />
        <Select label={t("mustOther")} id="must-other" name="other" options={people} required />
      </div>
      <div className="row gap-3">
        <Button type="submit">{t("mustSet")}</Button>
        <Button type="submit" variant="quiet" value="no">
          {t("mustTake")}
        </Button>
        <span role="status">{said}</span>
      </div>
    </form>
  );
}

/** How many talks one person has at least and takes at most, where that differs from everybody's. */
function OwnLimits({ matrix, act }: RulesProps) {
  const t = useTranslations("plan.desk");
  const people = usePeople(matrix);
  const [said, say] = useState("");
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [min, max] = [textOf(form, "min"), textOf(form, "max")];
    say("");
    act("limit", { eventId: matrix.eventId, personId: textOf(form, "personId"), min, max }, () =>
      say(t("limitNoted")),
    );
  };
  return (
    <form className="stack gap-3" onSubmit={send}>
      <h2 className="text-lg">{t("limitTitle")}</h2>
      <Select label={t("limitWho")} id="limit-person" name="personId" options={people} required />
      <div className="cols cols--2">
        <Field
          label={t("limitMin")}
          id="limit-min"
          name="min"
          type="number"
          min={0}
          max={MOST_TALKS}
          defaultValue={1}
          required
        />
        <Field
          label={t("limitMax")}
          id="limit-max"
          name="max"
          type="number"
          min={1}
          max={MOST_TALKS}
          defaultValue={8}
          required
        />
      </div>
      <div className="row gap-3">
        <Button type="submit">{t("limitSet")}</Button>
        <span role="status">{said}</span>
      </div>
    </form>
  );
}

/** What the next run of the planner is told about single people; closed until somebody needs it. */
export function PlanRules(props: RulesProps) {
  const t = useTranslations("plan.desk");
  return (
    <details className="card card--sm fold">
      <summary>{t("rules")}</summary>
      <div className="stack gap-6">
        <p className="small muted">{t("rulesText")}</p>
        <MustMeet {...props} />
        <OwnLimits {...props} />
      </div>
    </details>
  );
}
