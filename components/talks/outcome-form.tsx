import { useTranslations } from "next-intl";
import { FormOf } from "@/components/talks/form-of";
import type { MyMeeting } from "@/components/talks/talk-views";
import { Button } from "@/components/ui/button";
import { outcomes } from "@/domain/matchmaking/rules/afterwards";
import type { Locale } from "@/lib/i18n/locales";

type OutcomeFormProps = { meeting: MyMeeting; locale: Locale; back: string; me: string | undefined };

/** What came of a talk, in one tap; once it is too late for that, what was said. */
export function OutcomeForm({ meeting, locale, back, me }: OutcomeFormProps) {
  const t = useTranslations("talks.plan");
  const title = `outcome-${meeting.meetingId}`;
  if (!meeting.canSayOutcome)
    return meeting.outcome ? (
      <p className="small">
        {t("outcomeQuestion")} <b>{t(`outcomes.${meeting.outcome}`)}</b>
      </p>
    ) : null;
  return (
    <form
      className="stack gap-2"
      method="post"
      action={`/api/meetings/${meeting.meetingId}/outcome`}
      aria-labelledby={title}
    >
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="back" value={back} />
      <FormOf me={me} />
      <p className="small strong" id={title}>
        {t("outcomeQuestion")}
      </p>
      <div className="outcomes">
        {outcomes.map((outcome) => (
          <Button
            key={outcome}
            type="submit"
            size="sm"
            name="outcome"
            value={outcome}
            aria-pressed={meeting.outcome === outcome}
          >
            {t(`outcomes.${outcome}`)}
          </Button>
        ))}
      </div>
      <p className="small muted">{t("outcomeHint")}</p>
    </form>
  );
}
