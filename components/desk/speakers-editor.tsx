import { useTranslations } from "next-intl";
import { moveSpeakerAction, removeSpeakerAction, saveSpeakerAction } from "@/actions/programme";
import { ActionField } from "@/components/desk/answered-form";
import { EditList, EditRow, EntryForm } from "@/components/desk/edit-list";
import { InBoth } from "@/components/desk/in-both";
import { PictureForm } from "@/components/desk/picture-form";
import { SpeakerPerson } from "@/components/desk/speaker-person";
import type { EventDetail } from "@/components/programme/event-views";
import type { Locale } from "@/lib/i18n/locales";

type Speaker = EventDetail["speakers"][number];
type EditorProps = {
  event: EventDetail;
  /** Path of the page, without language prefix: a picture that was brought leads back there. */
  back: string;
  locale: Locale;
  /** By the id of a name, whose it is. */
  people: Record<string, string>;
};

/** Who speaks, as the event's page shows it: add, change, move, remove. */
export function SpeakersEditor({ event, back, locale, people }: EditorProps) {
  const t = useTranslations("organizer.speakers");
  return (
    <EditList
      id="speakers"
      title={t("title")}
      hint={t("hint")}
      empty={t("empty")}
      add={t("add")}
      rows={event.speakers.map((speaker, index) => (
        <EditRow
          key={speaker.id}
          name={speaker.name}
          head={
            <>
              <b>{speaker.name}</b>
              {speaker.organisation ? (
                <span className="small muted editrow__meta">{speaker.organisation}</span>
              ) : null}
            </>
          }
          move={moveSpeakerAction}
          remove={removeSpeakerAction}
          ids={{ eventId: event.id, speakerId: speaker.id }}
          isFirst={index === 0}
          isLast={index === event.speakers.length - 1}
        >
          <SpeakerForm eventId={event.id} speaker={speaker} />
          <PictureForm eventId={event.id} speaker={speaker} back={back} locale={locale} />
          <SpeakerPerson eventId={event.id} speakerId={speaker.id} person={people[speaker.id]} />
        </EditRow>
      ))}
    >
      <SpeakerForm eventId={event.id} />
    </EditList>
  );
}

function SpeakerForm({ eventId, speaker }: { eventId: string; speaker?: Speaker }) {
  const t = useTranslations("organizer");
  return (
    <EntryForm
      save={saveSpeakerAction}
      add={t("speakers.add")}
      eventId={eventId}
      entry={{ field: "speakerId", id: speaker?.id, fresh: "new-speaker" }}
      names={{ role: t("speakers.role") }}
    >
      <div className="cols cols--2">
        <ActionField
          label={t("people.name")}
          name="name"
          required
          maxLength={100}
          defaultValue={speaker?.name ?? ""}
        />
        <ActionField
          label={t("people.organisation")}
          name="organisation"
          maxLength={140}
          defaultValue={speaker?.organisation ?? ""}
        />
      </div>
      <ActionField
        label={t("speakers.role")}
        name="role"
        maxLength={140}
        defaultValue={speaker?.role ?? ""}
      />
      <InBoth
        name="bio"
        labels={{ de: t("speakers.bioDe"), en: t("speakers.bioEn") }}
        words={{ de: speaker?.bioDe ?? "", en: speaker?.bioEn ?? "" }}
        rows={3}
        maxLength={600}
      />
    </EntryForm>
  );
}
