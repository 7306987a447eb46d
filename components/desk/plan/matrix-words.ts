import { useLocale, useTranslations } from "next-intl";
import { useCallback, useMemo } from "react";
import { initialsOf } from "@/components/ui/person-look";
import type { MatrixTalk, MoveRefusal, PlanMatrix } from "@/domain/matchmaking/labels";
import { localeOf } from "@/lib/i18n/locales";
import { dayKey, formatClock, formatDayMonth } from "@/lib/time/format";
import type { MatrixIndex } from "./matrix-index";

/** The time of a slot as the head of its column says it. */
export type SlotWords = { clock: string; day: string; beginsDay: boolean; followsGap: boolean };

/** Slots in words; a slot begins a day, or follows a break that is longer than a pause between two talks. */
export function useSlotWords({ slots, zone }: PlanMatrix): SlotWords[] {
  const locale = localeOf(useLocale());
  return useMemo(
    () =>
      slots.map(({ startsAt, endsAt }, index) => {
        const [at, before] = [new Date(startsAt), slots[index - 1]];
        const length = new Date(endsAt).getTime() - at.getTime();
        const beginsDay = !before || dayKey({ zone, at }) !== dayKey({ zone, at: new Date(before.startsAt) });
        const isLate = before !== undefined && at.getTime() - new Date(before.endsAt).getTime() >= length;
        return {
          clock: formatClock({ locale, zone, at }),
          day: formatDayMonth({ locale, zone, at }),
          ...{ beginsDay, followsGap: before !== undefined && (beginsDay || isLate) },
        };
      }),
    [slots, zone, locale],
  );
}

/** What a cell or a line says of a talk. */
export type TalkWords = {
  /** „Ada Beispiel × Ben Muster“. */
  names: (talk: MatrixTalk) => string;
  /** Names of everybody but one. */
  partners: (talk: MatrixTalk, personId: string) => string;
  initials: (talk: MatrixTalk, personId: string | undefined) => string;
  nameOf: (personId: string) => string;
};

/** Names of the people of a talk, long and short. */
export function useTalkWords({ people }: MatrixIndex): TalkWords {
  const t = useTranslations("plan.desk");
  return useMemo(() => {
    const gone = t("somebody");
    const nameOf = (id: string) => people.get(id)?.name ?? gone;
    const others = (talk: MatrixTalk, personId: string | undefined) =>
      talk.people.filter((id) => id !== personId).map(nameOf);
    return {
      nameOf,
      names: (talk) => talk.people.map(nameOf).join(" × "),
      partners: (talk, personId) => others(talk, personId).join(", "),
      initials: (talk, personId) => others(talk, personId).map(initialsOf).join("+"),
    };
  }, [people, t]);
}

/** Why a talk can't be moved there, as a sentence. */
export function useRefusalWords(): (refusal: MoveRefusal) => string {
  const t = useTranslations("plan.refusals");
  return useCallback(
    (refusal) =>
      t(refusal.reason, {
        name: "name" in refusal ? refusal.name : "",
        quota: "quota" in refusal ? refusal.quota : 0,
      }),
    [t],
  );
}
