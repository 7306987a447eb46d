"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { textsIn } from "@/lib/form-fields";
import { DoorForm } from "./door-form";
import type { Deed, Shown } from "./door-session";

type WalkInFormProps = {
  entered: Record<string, string>;
  onLetIn: (deed: Deed) => Promise<Shown | undefined>;
};

function whoIn(form: HTMLFormElement): { name: string; email: string } {
  const texts = textsIn(new FormData(form));
  return { name: texts.get("name")?.[0] ?? "", email: texts.get("email")?.[0] ?? "" };
}

/** Two fields for somebody who has not registered. */
export function WalkInForm({ entered, onLetIn }: WalkInFormProps) {
  const t = useTranslations("checkin.walkIn");
  const send = async (form: HTMLFormElement) => {
    const sent = whoIn(form);
    const shown = await onLetIn(sent);
    const now = whoIn(form);
    const isNext = now.name !== sent.name || now.email !== sent.email;
    // What was refused stays, so that it can be put right; so does the next person, whom somebody is typing already.
    if (shown && shown.state !== "refused" && shown.state !== "lost" && !isNext) form.reset();
  };
  return (
    <details className="dooract" open={entered.email !== undefined}>
      <summary className="btn btn--secondary">
        <Icon name="user-plus" />
        {t("title")}
      </summary>
      <p className="small muted my-2">{t("hint")}</p>
      <DoorForm path="/walk-in" className="form" onSend={(form) => void send(form)}>
        <Field
          label={t("name")}
          name="name"
          autoComplete="off"
          required
          maxLength={80}
          defaultValue={entered.name}
        />
        <Field
          label={t("email")}
          name="email"
          type="email"
          autoComplete="off"
          required
          maxLength={254}
          defaultValue={entered.email}
        />
        <Button type="submit">{t("submit")}</Button>
      </DoorForm>
    </details>
  );
}
