"use client";

import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Check } from "@/components/ui/check";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import type { PlanBoard } from "@/domain/matchmaking/labels";
import type { Act } from "./use-plan";

/** What is asked for unless somebody says otherwise. */
const USUAL = { min: 1, max: 6, rest: 3, seconds: "30" };
const LENGTHS = ["15", "20", "30"] as const;
const SECONDS = ["10", "30", "60", "120"] as const;

const textOf = (form: FormData, name: string) => String(form.get(name) ?? "");

/** Whom to plan for and by which rules. */
export function PlanForm({ board, act, onClose }: { board: PlanBoard; act: Act; onClose: () => void }) {
  const t = useTranslations("plan.desk");
  const start = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    act("start", {
      eventId: board.eventId,
      scope: textOf(form, "scope"),
      minutes: textOf(form, "minutes"),
      min: textOf(form, "min"),
      max: textOf(form, "max"),
      restAfter: form.get("rest") ? USUAL.rest : "",
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
      <div className="cols cols--2">
        <Select
          label={t("length")}
          name="minutes"
          options={[
            { value: "", label: t("lengthKept") },
            ...LENGTHS.map((value) => ({ value, label: t("minutes", { minutes: value }) })),
          ]}
        />
        <Select
          label={t("patience")}
          name="seconds"
          defaultValue={USUAL.seconds}
          options={SECONDS.map((value) => ({ value, label: t("seconds", { seconds: value }) }))}
        />
        <Field label={t("min")} name="min" type="number" min={0} max={40} defaultValue={USUAL.min} required />
        <Field label={t("max")} name="max" type="number" min={1} max={40} defaultValue={USUAL.max} required />
      </div>
      <Switch name="rest" label={t("rest")} hint={t("restHint")} defaultChecked />
      <Switch name="keepLocked" label={t("keepLocked")} hint={t("keepLockedHint")} defaultChecked />
      <div className="dialog__actions">
        <Button onClick={onClose}>{t("back")}</Button>
        <Button type="submit" variant="primary">
          {t("startPlan")}
        </Button>
      </div>
    </form>
  );
}
