import { useTranslations } from "next-intl";
import { slotClock, slotDay } from "@/components/talks/slot-words";
import { TalkForm } from "@/components/talks/talk-form";
import { othersText } from "@/components/talks/talk-names";
import type { MeetingCourse, MyMeeting } from "@/components/talks/talk-views";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import type { Locale } from "@/lib/i18n/locales";
import { formatSpan } from "@/lib/time/format";

export type MeetingPart = {
  meeting: MyMeeting;
  course: MeetingCourse;
  locale: Locale;
  /** Whose page it stands on, where somebody is signed in. */
  me?: string | undefined;
};

const backTo = ({ meetingId }: MyMeeting) => `/me/talks/${meetingId}`;

/** How it is said who did not come. */
function whoMissed({ mine, theirs, all }: NonNullable<MeetingCourse["missed"]>) {
  if (all) return "all" as const;
  if (!mine) return "others" as const;
  return theirs.length > 0 ? ("some" as const) : ("me" as const);
}

/** What became of a talk: moved, given up, or missed by somebody. Seen by its people alone. */
export function MeetingNews({ meeting, course, locale }: MeetingPart) {
  const t = useTranslations("talks.meeting");
  const { movedFrom, isReleased, missed } = course;
  return (
    <>
      {movedFrom && meeting.phase !== "over" ? (
        <Notice
          tone="info"
          title={t("movedFrom", { when: formatSpan({ ...movedFrom, locale, zone: meeting.event.timeZone }) })}
        />
      ) : null}
      {isReleased ? (
        <Notice tone="warning" title={t("released")}>
          <p>{t("releasedText")}</p>
        </Notice>
      ) : null}
      {missed ? (
        <Notice
          tone="warning"
          title={t(`missed.${whoMissed(missed)}`, othersText(locale, meeting, missed.theirs))}
        >
          <p>{t("missedHint", { count: 1 + meeting.others.length })}</p>
        </Notice>
      ) : null}
    </>
  );
}

/** Other times in which all are free, each a button of its own; folded, because most people keep the one they have. */
export function MoveTalk({ meeting, course, locale, me }: MeetingPart) {
  const t = useTranslations("talks.meeting");
  const place = { locale, zone: meeting.event.timeZone };
  return (
    <details className="card card--sm fold" open={course.waitsInVain}>
      <summary>{t("moveTitle")}</summary>
      {course.slots.length === 0 ? (
        <p className="small muted">{t("moveNone")}</p>
      ) : (
        <TalkForm meetingId={meeting.meetingId} door="move" back={backTo(meeting)} {...{ locale, me }}>
          <p className="small muted">{t("moveText", othersText(locale, meeting))}</p>
          {course.slots.map((slot) => (
            <Button
              key={slot.startsAt.toISOString()}
              type="submit"
              name="startsAt"
              value={slot.startsAt.toISOString()}
            >
              {t("moveTo", { when: `${slotDay(slot, place)}, ${slotClock(slot, place)}` })}
            </Button>
          ))}
        </TalkForm>
      )}
    </details>
  );
}

/** Who is missing from a talk that has begun, and after five minutes the way out of it. */
export function WaitingTalk({ meeting, course, locale, me }: MeetingPart) {
  const t = useTranslations("talks.meeting");
  if (!course.isPartnerMissing) return null;
  return (
    <Card className="stack gap-3">
      <p role="status">{t(course.isNudged ? "nudged" : "missing", othersText(locale, meeting))}</p>
      {course.waitsInVain ? (
        <TalkForm
          meetingId={meeting.meetingId}
          door="release"
          {...{ locale, me }}
          back={`/me/talks?event=${meeting.event.slug}`}
        >
          <p className="small muted">{t("releaseText")}</p>
          <Button type="submit" variant="danger-quiet">
            {t("release")}
          </Button>
        </TalkForm>
      ) : null}
    </Card>
  );
}

/** Near its end and with all free: ten minutes more, once everybody has said so; and why not, once that was often enough. */
export function LongerTalk({ meeting, course, locale, me }: MeetingPart) {
  const t = useTranslations("talks.meeting");
  const r = useTranslations("talks.refusals");
  const { mine, said, open } = course.extension;
  const isWanted = said.length > 0;
  if (course.isLongEnough) return <p className="small muted">{r("extended_enough")}</p>;
  if (!course.isExtendable) return null;
  return (
    <Card className="stack gap-3">
      {mine ? <p role="status">{t("extendAsked", othersText(locale, meeting, open))}</p> : null}
      {isWanted && !mine ? <p role="status">{t("extendWanted", othersText(locale, meeting, said))}</p> : null}
      {mine ? null : (
        <TalkForm meetingId={meeting.meetingId} door="extend" back={backTo(meeting)} {...{ locale, me }}>
          <Button type="submit">{t(isWanted ? "extendAgree" : "extend")}</Button>
        </TalkForm>
      )}
    </Card>
  );
}
