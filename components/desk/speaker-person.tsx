import { useTranslations } from "next-intl";
import { connectSpeakerAction } from "@/actions/programme";
import { ActionForm } from "@/components/desk/action-form";
import { ActionField } from "@/components/desk/answered-form";

type SpeakerPersonProps = {
  eventId: string;
  speakerId: string;
  /** Who it is; undefined while nobody is known. */
  person: string | undefined;
};

/** Which participant a name on the page is. Their address is typed and never shown. */
export function SpeakerPerson({ eventId, speakerId, person }: SpeakerPersonProps) {
  const t = useTranslations("organizer.speakers");
  const ids = (
    <>
      <input type="hidden" name="eventId" value={eventId} />
      <input type="hidden" name="speakerId" value={speakerId} />
    </>
  );
  if (person !== undefined)
    return (
      <div className="row between gap-2 mt-4">
        <p>{t("isPerson", { name: person })}</p>
        <ActionForm
          action={connectSpeakerAction}
          submit={t("disconnect")}
          look={{ variant: "danger-quiet", size: "sm" }}
          className="row"
        >
          {ids}
          <input type="hidden" name="email" value="" />
        </ActionForm>
      </div>
    );
  return (
    <div className="mt-4">
      <ActionForm
        action={connectSpeakerAction}
        submit={t("connect")}
        look={{ variant: "secondary", size: "sm" }}
        className="stack gap-3"
        id={`${speakerId}-person`}
      >
        {ids}
        <ActionField
          label={t("person")}
          hint={t("personHint")}
          name="email"
          type="email"
          inputMode="email"
          autoComplete="off"
          required
          maxLength={254}
          defaultValue=""
        />
      </ActionForm>
    </div>
  );
}
