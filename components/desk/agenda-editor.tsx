import { useTranslations } from "next-intl";
import { moveSessionAction, removeSessionAction, saveSessionAction } from "@/actions/programme";
import { ActionField } from "@/components/desk/answered-form";
import { EditList, EditRow, EntryForm } from "@/components/desk/edit-list";
import { TeamFields, TrackFields } from "@/components/desk/session-fields";
import type { EventDetail } from "@/components/programme/event-views";
import type { RunItem } from "@/domain/programme/queries/run-of-show";
import { isSameLane, localOf } from "@/domain/programme/rules";
import type { Locale } from "@/lib/i18n/locales";
import { formatClock } from "@/lib/time/format";

const MINUTE_MS = 60_000;
const USUAL_MINUTES = 30;

const minutesOf = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }) =>
  Math.round((endsAt.getTime() - startsAt.getTime()) / MINUTE_MS);

/** A new item follows the last one and ends with the event at the latest. */
function nextItem(event: EventDetail) {
  const startsAt = event.agenda.at(-1)?.endsAt ?? event.startsAt;
  const left = minutesOf({ startsAt, endsAt: event.endsAt });
  return { startsAt, minutes: left > 0 ? Math.min(left, USUAL_MINUTES) : USUAL_MINUTES };
}

type EditorProps = { event: EventDetail; run: readonly RunItem[]; locale: Locale };

/** What happens when, for everybody and for the team alone: add, change, move, remove. */
export function AgendaEditor({ event, run, locale }: EditorProps) {
  const t = useTranslations("organizer.agenda");
  const names = (item: RunItem) => item.speakers.map(({ name }) => name).join(", ");
  const laneOf = (item: RunItem) => run.filter((other) => isSameLane(item, other));
  return (
    <EditList
      id="agenda"
      title={t("title")}
      hint={t("hint")}
      empty={t("empty")}
      add={t("add")}
      rows={run.map((item) => (
        <EditRow
          key={item.id}
          name={item.title}
          head={
            <>
              <b className="num">{formatClock({ locale, zone: event.timeZone, at: item.startsAt })}</b>{" "}
              <span lang={event.language}>{item.title}</span>
              <span className="small muted editrow__meta">
                {[
                  t("minutes", { count: minutesOf(item) }),
                  item.isInternal ? t("internal") : "",
                  item.track,
                  names(item),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </>
          }
          move={moveSessionAction}
          remove={removeSessionAction}
          ids={{ eventId: event.id, sessionId: item.id }}
          isFirst={laneOf(item)[0] === item}
          isLast={laneOf(item).at(-1) === item}
        >
          <SessionForm event={event} item={item} names={names(item)} />
        </EditRow>
      ))}
    >
      <SessionForm event={event} />
    </EditList>
  );
}

type SessionFormProps = { event: EventDetail; item?: RunItem; names?: string };

function SessionForm({ event, item, names = "" }: SessionFormProps) {
  const t = useTranslations("organizer");
  const next = nextItem(event);
  return (
    <EntryForm
      save={saveSessionAction}
      add={t("agenda.add")}
      eventId={event.id}
      entry={{ field: "sessionId", id: item?.id, fresh: "new-item" }}
      names={{ place: t("agenda.place"), mode: t("agenda.mode") }}
    >
      <ActionField
        label={t("create.name")}
        name="title"
        required
        maxLength={140}
        defaultValue={item?.title ?? ""}
      />
      <div className="cols cols--2">
        <ActionField
          label={t("create.start")}
          name="startsLocal"
          type="datetime-local"
          required
          defaultValue={localOf(item?.startsAt ?? next.startsAt, event.timeZone)}
        />
        <ActionField
          label={t("event.duration")}
          name="durationMinutes"
          type="number"
          min={1}
          required
          defaultValue={item ? minutesOf(item) : next.minutes}
        />
      </div>
      <ActionField
        label={t("agenda.speakers")}
        hint={t("agenda.speakersHint")}
        name="speakerNames"
        defaultValue={names}
      />
      <TrackFields item={item} />
      <TeamFields item={item} />
    </EntryForm>
  );
}
