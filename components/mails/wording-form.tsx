import { useTranslations } from "next-intl";
import { changeMailWordingAction } from "@/actions/notifications";
import { ActionForm } from "@/components/desk/action-form";
import { ActionField, ActionTextArea } from "@/components/desk/answered-form";
import { CircularChips } from "@/components/mails/circular-chips";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import type { WordedMail } from "@/domain/notifications/labels";
import type { MailWording } from "@/domain/notifications/rules/words";

type WordingFormProps = {
  eventId: string;
  mail: WordedMail;
  wording: MailWording | undefined;
  /** False where a second person reads messages to many, and the viewer may not do without. */
  mayChange: boolean;
};

/** Subject and first words of one of the event's own mails, in both languages; empty fields keep ours. */
export function WordingForm({ eventId, mail, wording, mayChange }: WordingFormProps) {
  const t = useTranslations("mails.words");
  if (!mayChange) return <Notice tone="info" title={t("ownerOnly")} />;
  const fields = [
    { subject: "subjectDe", text: "textDe" },
    { subject: "subjectEn", text: "textEn" },
  ] as const;
  return (
    <Card className="stack gap-3" id="write">
      <h2 className="text-lg">{t("change")}</h2>
      <p className="small muted">{t("stays")}</p>
      <ActionForm
        action={changeMailWordingAction}
        submit={t("save")}
        look={{ variant: "primary" }}
        done={t("saved")}
        id="words"
      >
        <input type="hidden" name="eventId" value={eventId} />
        <input type="hidden" name="mail" value={mail} />
        <CircularChips fallback="textDe" />
        {fields.map(({ subject, text }) => (
          <div key={subject} className="stack gap-3">
            <ActionField
              label={t(subject)}
              name={subject}
              type="text"
              maxLength={140}
              defaultValue={wording?.[subject] ?? ""}
            />
            <ActionTextArea
              label={t(text)}
              name={text}
              hint={t("hint")}
              rows={5}
              maxLength={2_000}
              defaultValue={wording?.[text] ?? ""}
            />
          </div>
        ))}
      </ActionForm>
    </Card>
  );
}
