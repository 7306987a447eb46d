import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { TextArea } from "@/components/ui/text-area";
import type { MyCertificate } from "@/domain/attendance/queries/certificate";
import type { MyFeedback } from "@/domain/attendance/queries/feedback";
import { minutesOf } from "@/domain/attendance/rules";
import { scores } from "@/domain/attendance/rules/feedback";
import type { Locale } from "@/lib/i18n/locales";

/** Five buttons of a plain form, one click each; words may follow once one is pressed. */
export function MyFeedbackCard({ feedback, locale }: { feedback: MyFeedback; locale: Locale }) {
  const t = useTranslations("afterwards.feedback");
  const { registrationId, score, note } = feedback;
  const action = `/api/registrations/${registrationId}/feedback`;
  const hidden = (
    <>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="form" value="feedback" />
    </>
  );
  return (
    <Card className="stack gap-3" aria-labelledby="my-feedback">
      <h2 id="my-feedback" className="text-lg">
        {t("title")}
      </h2>
      <p className="small muted">{score === null ? t("text") : t("change")}</p>
      <form className="row gap-2" method="post" action={action}>
        {hidden}
        {scores.map((step) => (
          <Button
            key={step}
            type="submit"
            name="score"
            value={step}
            variant={step === score ? "primary" : "secondary"}
            aria-pressed={step === score}
          >
            {t(`scores.${step}`)}
          </Button>
        ))}
      </form>
      {score === null ? null : (
        <form className="stack gap-3" method="post" action={action}>
          {hidden}
          <input type="hidden" name="score" value={score} />
          <TextArea
            label={t("note")}
            hint={t("noteHint")}
            name="note"
            rows={3}
            maxLength={600}
            defaultValue={note}
          />
          <div>
            <Button type="submit">{t("send")}</Button>
          </div>
        </form>
      )}
    </Card>
  );
}

/** The certificate, or what is missing for it. */
export function MyCertificateCard({
  certificate,
  registrationId,
  locale,
}: {
  certificate: MyCertificate;
  registrationId: string;
  locale: Locale;
}) {
  const t = useTranslations("afterwards.certificate");
  const { problem, rule, seconds, isLetIn } = certificate;
  const minutes = minutesOf(seconds);
  // What the door saw needs no minutes.
  const told = isLetIn ? 0 : minutes;
  return (
    <Card small className="stack gap-3">
      <h2 className="text-base">{t("title")}</h2>
      {problem === undefined ? (
        <form
          className="stack gap-3"
          method="post"
          action={`/api/registrations/${registrationId}/certificate`}
        >
          <input type="hidden" name="locale" value={locale} />
          <p className="small muted">{t("ready", { minutes: told })}</p>
          <Button type="submit" block>
            {t("get")}
          </Button>
        </form>
      ) : (
        <p className="small muted">
          {problem === "not_offered" ? null : t(`problems.${problem}`, { min: rule.minMinutes, minutes })}
        </p>
      )}
    </Card>
  );
}
