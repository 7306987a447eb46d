import { useTranslations } from "next-intl";
import { removePictureAction } from "@/actions/programme";
import { ActionForm } from "@/components/desk/action-form";
import { pictureHref } from "@/components/programme/event-speakers";
import type { EventDetail } from "@/components/programme/event-views";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { OnceField } from "@/components/ui/once-field";
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
      <form
        className="form"
        method="post"
        action={`/api/speakers/${speaker.id}/picture`}
        encType="multipart/form-data"
      >
        <OnceField />
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="back" value={back} />
        <Field
          id={`${speaker.id}-picture`}
          label={t("picture")}
          hint={t("pictureHint")}
          name="file"
          type="file"
          required
          accept=".png,.jpg,.jpeg,.webp"
        />
        <Button type="submit" variant="secondary" size="sm">
          {t("pictureSend")}
        </Button>
      </form>
    </div>
  );
}
