import { useTranslations } from "next-intl";
import { updateEventAction } from "@/actions/programme";
import { ActionForm } from "@/components/desk/action-form";
import { ActionCheck, ActionField, ActionTextArea } from "@/components/desk/answered-form";
import { EventNature, RegistrationWindow } from "@/components/desk/event-facts";
import type { EventDetail } from "@/components/programme/event-views";
import { topicIds } from "@/domain/programme/labels";
import { localOf } from "@/domain/programme/rules";
import { measureOf, partOf } from "@/domain/programme/rules/moving";

/** What the event's page says of it: texts, times, what kind of event it is, and topics, in one form. */
export function EventTexts({ event, zones }: { event: EventDetail; zones: readonly string[] }) {
  const t = useTranslations("organizer");
  const p = useTranslations("public.topics");
  return (
    <section>
      <h2 className="text-xl mb-4">{t("event.edit")}</h2>
      <ActionForm
        action={updateEventAction}
        submit={t("event.save")}
        look={{ variant: "secondary" }}
        done={t("event.saved")}
      >
        <input type="hidden" name="eventId" value={event.id} />
        <ActionField
          label={t("create.name")}
          name="title"
          required
          maxLength={140}
          defaultValue={event.title}
        />
        <div className="cols cols--2">
          <ActionField
            label={t("create.start")}
            name="startsLocal"
            type="datetime-local"
            required
            defaultValue={localOf(event.startsAt, event.timeZone)}
          />
          <ActionField
            label={t("event.duration")}
            name="durationMinutes"
            type="number"
            min={5}
            defaultValue={Math.round(partOf(measureOf(event), event).minutes)}
          />
        </div>
        <EventNature event={event} zones={zones} />
        <RegistrationWindow event={event} />
        <ActionTextArea
          label={t("event.summary")}
          hint={t("event.summaryHint")}
          name="summary"
          rows={2}
          maxLength={300}
          defaultValue={event.summary}
        />
        <ActionTextArea
          label={t("event.description")}
          name="description"
          rows={6}
          defaultValue={event.description}
        />
        <ActionField label={t("event.place")} name="place" maxLength={200} defaultValue={event.place ?? ""} />
        <fieldset className="fil" id="topics">
          <legend>{t("event.topics")}</legend>
          <div className="choices">
            {topicIds.map((topic) => (
              <ActionCheck
                key={topic}
                name="topics"
                value={topic}
                defaultChecked={event.topics.some((one) => one === topic)}
                label={p(topic)}
              />
            ))}
          </div>
        </fieldset>
      </ActionForm>
    </section>
  );
}
