import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { AttendanceTotal } from "@/domain/attendance/queries";
import { minutesOf } from "@/domain/attendance/rules";

type PresenceNoteProps = { total: AttendanceTotal | undefined; forgotten: number };

/** What is left of an event whose people are forgotten: how many there were, and how long they stayed on average. */
export function PresenceNote({ total, forgotten }: PresenceNoteProps) {
  const t = useTranslations("organizer.people");
  if (!total && forgotten === 0) return null;
  return (
    <Notice className="mt-4">
      {forgotten > 0 ? <p>{t("forgotten", { count: forgotten })}</p> : null}
      {total ? (
        <p>{t("presentInAll", { count: total.people, minutes: minutesOf(total.seconds / total.people) })}</p>
      ) : null}
    </Notice>
  );
}
