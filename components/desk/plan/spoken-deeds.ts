import { useTranslations } from "next-intl";
import type { PlanMatrix } from "@/domain/matchmaking/labels";
import type { MatrixIndex } from "./matrix-index";
import type { SlotWords, TalkWords } from "./matrix-words";
import type { Act, Fields } from "./use-plan";

type Known = { matrix: PlanMatrix; index: MatrixIndex; slots: readonly SlotWords[]; words: TalkWords };

/** What taking back the last change of a draft does, in words; undefined where there is none. */
export function useUndoWords({ matrix, index, slots, words }: Known): string | undefined {
  const t = useTranslations("plan.desk.undoTo");
  const undo = matrix.draft?.undo;
  const talk = undo && index.talks.get(undo.talkId);
  if (!undo || !talk) return undefined;
  const names = words.names(talk);
  if (undo.slot !== talk.slot) {
    const to = undo.slot === null ? undefined : slots[undo.slot];
    return to ? t("moved", { names, day: to.day, clock: to.clock }) : t("out", { names });
  }
  if (undo.locked !== talk.locked) return t(undo.locked ? "locked" : "loose", { names });
  return undo.table === null ? t("same", { names }) : t("table", { names, number: undo.table });
}

type Spoken = (name: Parameters<Act>[0], fields: Fields) => string | undefined;

/** What is said once something was done to the plan; undefined for what says so itself. */
export function useSpokenDeeds(known: Known): Spoken {
  const t = useTranslations("plan.desk.done");
  const undone = useUndoWords(known);
  const { matrix, index, slots, words } = known;
  const namesOf = ({ talkId }: Fields) => {
    const talk = index.talks.get(String(talkId));
    return talk ? words.names(talk) : "";
  };
  const moved = (fields: Fields) => {
    const slot = fields.slot === undefined ? undefined : slots[Number(fields.slot)];
    const names = namesOf(fields);
    return slot ? t("moved", { names, day: slot.day, clock: slot.clock }) : t("out", { names });
  };
  return (name, fields) => {
    const said: Partial<Record<typeof name, () => string>> = {
      move: () => moved(fields),
      lock: () => t(fields.locked ? "locked" : "loose", { names: namesOf(fields) }),
      undo: () => t("undone", { what: undone ?? "" }),
      adopt: () => t("adopted"),
      begin: () => t("begun", { version: matrix.version ?? 1 }),
      discard: () => t("discarded"),
      publish: () => t("published", { version: (matrix.version ?? 0) + 1, mails: matrix.draft?.mails ?? 0 }),
    };
    return said[name]?.();
  };
}
