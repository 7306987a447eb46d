import { useTranslations } from "next-intl";
import { saveCircularAction } from "@/actions/notifications";
import { ActionForm } from "@/components/desk/action-form";
import { ActionField, ActionTextArea } from "@/components/desk/answered-form";
import { CircularAudience, type Segments } from "@/components/mails/circular-audience";
import { CircularChips } from "@/components/mails/circular-chips";
import { Card } from "@/components/ui/card";
import type { CircularView } from "@/domain/notifications/queries/circulars";
import type { Locale } from "@/lib/i18n/locales";

type CircularFormProps = {
  eventId: string;
  /** Undefined for a new message. */
  circular?: CircularView;
  segments: Segments;
  /** Of the list of messages, without language prefix. */
  path: string;
  locale: Locale;
};

/** Who gets it, what it says in one language or both, and where its button leads. */
export function CircularForm({ eventId, circular, segments, path, locale }: CircularFormProps) {
  const t = useTranslations("mails.circular.form");
  return (
    <Card className="stack gap-3" id="write">
      <h2 className="text-lg">{circular ? t("change") : t("title")}</h2>
      <ActionForm action={saveCircularAction} submit={t("save")} look={{ variant: "primary" }}>
        <input type="hidden" name="eventId" value={eventId} />
        <input type="hidden" name="circularId" value={circular?.id ?? ""} />
        <input type="hidden" name="back" value={path} />
        <input type="hidden" name="locale" value={locale} />
        <CircularAudience {...{ circular, segments, locale }} />
        <CircularChips fallback="bodyDe" />
        <Text language="De" hint={t("bodyHint")} circular={circular} />
        <Text language="En" hint={t("otherHint")} circular={circular} />
      </ActionForm>
    </Card>
  );
}

type TextProps = Pick<CircularFormProps, "circular"> & { language: "De" | "En"; hint: string };

/** Subject and text in one language. */
function Text({ circular, language, hint }: TextProps) {
  const t = useTranslations("mails.circular.form");
  const [subject, body] = [`subject${language}`, `body${language}`] as const;
  return (
    <>
      <ActionField
        label={t(subject)}
        name={subject}
        type="text"
        maxLength={140}
        defaultValue={circular?.[subject] ?? ""}
      />
      <ActionTextArea
        label={t(body)}
        hint={hint}
        name={body}
        rows={8}
        maxLength={8_000}
        defaultValue={circular?.[body] ?? ""}
      />
    </>
  );
}
