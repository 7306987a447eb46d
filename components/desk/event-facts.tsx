import { useTranslations } from "next-intl";
import { ActionField, ActionSelect } from "@/components/desk/answered-form";
import type { EventDetail } from "@/components/programme/event-views";
import { localOf } from "@/domain/programme/rules";
import { eventKinds, roomModes } from "@/domain/programme/schema";
import { locales } from "@/lib/i18n/locales";

/** What an event is, how its room works, and by which clocks and in which language it takes place. */
export function EventNature({ event, zones }: { event: EventDetail; zones: readonly string[] }) {
  const t = useTranslations("organizer.event");
  const p = useTranslations("public");
  const a = useTranslations("account.profile.languages");
  return (
    <div className="cols cols--2">
      <ActionSelect
        label={t("kind")}
        name="kind"
        defaultValue={event.kind}
        options={eventKinds.map((value) => ({ value, label: p(`kinds.${value}`) }))}
      />
      <ActionSelect
        label={t("mode")}
        name="mode"
        defaultValue={event.mode}
        options={roomModes.map((value) => ({ value, label: p(`modes.${value}`) }))}
      />
      <ActionSelect
        label={t("language")}
        name="language"
        defaultValue={event.language}
        options={locales.map((value) => ({ value, label: a(value) }))}
      />
      <ActionSelect
        label={t("zone")}
        name="timeZone"
        defaultValue={event.timeZone}
        options={zones.map((value) => ({ value, label: value.replaceAll("_", " ") }))}
      />
    </div>
  );
}

/** From when until when people register themselves, by the clocks of the event. */
export function RegistrationWindow({ event }: { event: EventDetail }) {
  const t = useTranslations("organizer.event");
  const typed = (at: Date | null) => (at ? localOf(at, event.timeZone) : "");
  return (
    <div className="cols cols--2">
      <ActionField
        label={t("opens")}
        hint={t("opensHint")}
        name="registrationOpensLocal"
        type="datetime-local"
        defaultValue={typed(event.registrationOpensAt)}
      />
      <ActionField
        label={t("closes")}
        hint={t("closesHint")}
        name="registrationClosesLocal"
        type="datetime-local"
        defaultValue={typed(event.registrationClosesAt)}
      />
    </div>
  );
}
