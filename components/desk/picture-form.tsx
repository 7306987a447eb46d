import { useTranslations } from "next-intl";
import { removePictureAction } from "@/actions/programme";
import { ActionForm } from "@/components/desk/action-form";
import { FileForm } from "@/components/desk/file-form";
import { pictureHref } from "@/components/programme/event-speakers";
import type { EventDetail } from "@/components/programme/event-views";
import { Avatar } from "@/components/ui/avatar";
import { acceptedPictures } from "@/lib/file-limits";
import type { Locale } from "@/lib/i18n/locales";

type PictureFormProps = {
  eventId: string;
  speaker: EventDetail["speakers"][number];
  back: string;
  locale: Locale;
};

/** The face of a speaker: shown, brought, taken away. */
export function PictureForm({ eventId, speaker, back, locale }: PictureFormProps) {
  const t = useTranslations("organizer.speakers");
  const picture = pictureHref(speaker);
  return (
    <div className="stack gap-3 mt-4">
      {picture ? (
        <div className="row gap-3">
          <Avatar name={speaker.name} size="lg" picture={picture} />
          <ActionForm
            action={removePictureAction}
            submit={t("pictureRemove")}
            look={{ variant: "danger-quiet", size: "sm" }}
            className="row"
          >
            <input type="hidden" name="eventId" value={eventId} />
            <input type="hidden" name="speakerId" value={speaker.id} />
          </ActionForm>
        </div>
      ) : null}
      <FileForm
        action={`/api/speakers/${speaker.id}/picture`}
        back={back}
        locale={locale}
        file={{
          id: `${speaker.id}-picture`,
          label: t("picture"),
          hint: t("pictureHint"),
          accept: acceptedPictures,
          required: true,
        }}
        submit={t("pictureSend")}
        look={{ variant: "secondary", size: "sm" }}
      />
    </div>
  );
}
