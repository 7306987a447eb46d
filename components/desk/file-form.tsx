import { useTranslations } from "next-intl";
import { useAudiences, useItems } from "@/components/desk/material-fields";
import type { EventDetail } from "@/components/programme/event-views";
import { type RefusedForm, useFieldErrors } from "@/components/registration/field-errors";
import { RefusedSummary } from "@/components/registration/refused-summary";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Check } from "@/components/ui/check";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { OnceField } from "@/components/ui/once-field";
import { Select } from "@/components/ui/select";
import type { Locale } from "@/lib/i18n/locales";

type FileFormProps = {
  event: EventDetail;
  /** Of the page itself, without language prefix. */
  path: string;
  locale: Locale;
  /** Endings for the file field. */
  accept: string;
  refused: RefusedForm | undefined;
  isAdded: boolean;
};

/** One more file: a plain form that goes to a route, because an action would hold it whole before asking who sends it. */
export function FileForm({ event, path, locale, accept, refused, isAdded }: FileFormProps) {
  const t = useTranslations("organizer.materials");
  const { problems, errorOf } = useFieldErrors(refused);
  const entered: Partial<Record<string, string>> = refused?.entered ?? {};
  const audiences = useAudiences();
  const items = useItems(event.agenda);
  return (
    <Card className="stack gap-3">
      <h2 className="text-lg">{t("addFile")}</h2>
      {isAdded ? (
        <Notice tone="success" role="status">
          {t("added")}
        </Notice>
      ) : null}
      <form
        className="form"
        method="post"
        action={`/api/events/${event.id}/files`}
        encType="multipart/form-data"
      >
        <OnceField />
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="back" value={path} />
        <RefusedSummary refused={refused} problems={problems} />
        <Field
          label={t("file")}
          hint={t("fileHint")}
          name="file"
          type="file"
          required
          accept={accept}
          error={errorOf("file")}
        />
        <Field
          label={t("name")}
          hint={t("nameHint")}
          name="title"
          maxLength={140}
          defaultValue={entered.title}
          error={errorOf("title")}
        />
        <Select
          label={t("audience")}
          name="audience"
          options={audiences}
          defaultValue={entered.audience ?? "everyone"}
        />
        <Select label={t("item")} name="sessionId" options={items} defaultValue={entered.sessionId ?? ""} />
        <Check
          name="afterEvent"
          value="on"
          defaultChecked={entered.afterEvent === "on"}
          label={t("afterEvent")}
        />
        <Button type="submit" variant="primary">
          {t("upload")}
        </Button>
      </form>
    </Card>
  );
}
