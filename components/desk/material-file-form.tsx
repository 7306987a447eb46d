import { useTranslations } from "next-intl";
import { FileForm } from "@/components/desk/file-form";
import { useAudiences, useItems } from "@/components/desk/material-fields";
import type { EventDetail } from "@/components/programme/event-views";
import { type RefusedForm, useFieldErrors } from "@/components/registration/field-errors";
import { Card } from "@/components/ui/card";
import { Check } from "@/components/ui/check";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import type { Locale } from "@/lib/i18n/locales";

type MaterialFileFormProps = {
  event: EventDetail;
  /** Of the page itself, without language prefix. */
  path: string;
  locale: Locale;
  /** Endings for the file field. */
  accept: string;
  refused: RefusedForm | undefined;
  isAdded: boolean;
};

/** One more file for an event's materials, and what it is. */
export function MaterialFileForm({ event, path, locale, accept, refused, isAdded }: MaterialFileFormProps) {
  const t = useTranslations("organizer.materials");
  const { errorOf } = useFieldErrors(refused);
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
      <FileForm
        action={`/api/events/${event.id}/files`}
        back={path}
        locale={locale}
        file={{ label: t("file"), hint: t("fileHint"), accept, required: true }}
        submit={t("upload")}
        look={{ variant: "primary" }}
        refused={refused}
      >
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
      </FileForm>
    </Card>
  );
}
