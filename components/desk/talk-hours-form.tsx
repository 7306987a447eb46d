import { useTranslations } from "next-intl";
import { changeTalkHoursAction } from "@/actions/plan";
import { ActionForm } from "@/components/desk/action-form";
import { ActionField } from "@/components/desk/answered-form";
import { Card } from "@/components/ui/card";
import type { TalkDesk } from "@/domain/matchmaking/queries/talk-desk";
import { PAUSE_MINUTES, SLOT_MINUTES } from "@/domain/matchmaking/rules/hours";
import { localOf } from "@/domain/programme/rules";
import type { Locale } from "@/lib/i18n/locales";
import { formatMoment } from "@/lib/time/format";
import { minutesBetween } from "@/lib/time/minutes";

type TalkHoursFormProps = {
  hours: TalkDesk["hours"];
  event: { id: string; timeZone: string };
  locale: Locale;
};

/** When talks can take place in an event, and how long each lasts, by the event's own clock. */
export function TalkHoursForm({ hours, event, locale }: TalkHoursFormProps) {
  const t = useTranslations("talks.desk.hours");
  const until = formatMoment({ locale, zone: event.timeZone, at: hours.endsAt });
  return (
    <Card className="stack gap-4">
      <h2 className="text-lg">{t("title")}</h2>
      <p className="muted">{t("text")}</p>
      <ActionForm
        action={changeTalkHoursAction}
        submit={t("save")}
        look={{ variant: "secondary" }}
        done={t("saved")}
        id="talk-hours"
        names={{ startsLocal: t("starts"), durationMinutes: t("duration") }}
      >
        <input type="hidden" name="eventId" value={event.id} />
        <div className="cols cols--2">
          <ActionField
            label={t("starts")}
            name="startsLocal"
            type="datetime-local"
            defaultValue={localOf(hours.startsAt, event.timeZone)}
            required
          />
          <ActionField
            label={t("duration")}
            hint={t("until", { at: until })}
            name="durationMinutes"
            type="number"
            min={SLOT_MINUTES.least}
            defaultValue={minutesBetween(hours.startsAt, hours.endsAt)}
            required
          />
          <ActionField
            label={t("length")}
            name="slotMinutes"
            type="number"
            min={SLOT_MINUTES.least}
            max={SLOT_MINUTES.most}
            defaultValue={hours.slotMinutes}
            required
          />
          <ActionField
            label={t("pause")}
            name="pauseMinutes"
            type="number"
            min={PAUSE_MINUTES.least}
            max={PAUSE_MINUTES.most}
            defaultValue={hours.pauseMinutes}
            required
          />
        </div>
      </ActionForm>
    </Card>
  );
}
