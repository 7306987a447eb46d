"use client";

import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Check } from "@/components/ui/check";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import type { PlanMatrix } from "@/domain/matchmaking/labels";
import { MOST_TALKS } from "@/domain/matchmaking/schema/plans";
import { minutesBetween } from "@/lib/time/minutes";
import type { Act } from "./use-plan";

/** What is asked for unless somebody says otherwise. */
const USUAL = { min: 1, max: 8, rest: 3, seconds: "30" };
const SECONDS = ["10", "30", "60", "120"] as const;

type PlanFormProps = {
  matrix: PlanMatrix;
  act: Act;
  onClose: () => void;
  /** Back to what the last run came to, where there is one. */
  onLast: (() => void) | undefined;
};

const textOf = (form: FormData, name: string) => String(form.get(name) ?? "");

/** How long talks are; 0 without hours for them. */
function slotMinutes({ slots: [first] }: PlanMatrix): number {
  return first ? minutesBetween(first.startsAt, first.endsAt) : 0;
}

/** Whom to plan for and by which rules. */
export function PlanForm({ matrix, act, onClose, onLast }: PlanFormProps) {
  const t = useTranslations("plan.desk");
  const minutes = slotMinutes(matrix);
  const start = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    act("start", {
      eventId: matrix.eventId,
      scope: textOf(form, "scope"),
      minutes,
      min: textOf(form, "min"),
      max: textOf(form, "max"),
      restAfter: form.get("rest") === null ? 0 : USUAL.rest,
      keepLocked: form.get("keepLocked") !== null,
      seconds: textOf(form, "seconds"),
    });
  };
  return (
    <form className="form" onSubmit={start}>
      <fieldset className="plainset">
        <legend className="field__label">{t("scope")}</legend>
        <Check type="radio" name="scope" value="all" label={t("scopeAll")} defaultChecked />
        <Check type="radio" name="scope" value="withoutPlan" label={t("scopeWithout")} />
      </fieldset>
      <p>{t("length", { minutes })}</p>
      <p className="small muted">{t("soonHint")}</p>
      <Select
        label={t("patience")}
        name="seconds"
        defaultValue={USUAL.seconds}
        options={SECONDS.map((value) => ({ value, label: t("seconds", { seconds: value }) }))}
      />
      {/* One range, also on a phone: two short numbers. */}
      <div className="plan__range">
        <Field
          label={t("min")}
          name="min"
          type="number"
          min={0}
          max={MOST_TALKS}
          defaultValue={USUAL.min}
          required
        />
        <Field
          label={t("max")}
          name="max"
          type="number"
          min={1}
          max={MOST_TALKS}
          defaultValue={USUAL.max}
          required
        />
      </div>
      <Switch name="rest" label={t("rest")} hint={t("restHint")} defaultChecked />
      <Switch name="keepLocked" label={t("keepLocked")} hint={t("keepLockedHint")} defaultChecked />
      <div className="dialog__actions">
        {onLast ? (
          <Button variant="quiet" onClick={onLast}>
            {t("lastResult")}
          </Button>
        ) : null}
        <Button onClick={onClose}>{t("back")}</Button>
        <Button type="submit" variant="primary">
          {t("startPlan")}
        </Button>
      </div>
    </form>
  );
}
