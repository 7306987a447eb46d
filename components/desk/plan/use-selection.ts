import { useCallback, useRef, useState } from "react";
import { useSpeak } from "@/components/ui/live-regions";
import type { MatrixTalk, PlanMatrix } from "@/domain/matchmaking/labels";
import type { MatrixIndex } from "./matrix-index";
import type { Picked, PlanViewProps } from "./plan-view-props";
import { type Arrival, samePeople } from "./talk-place";
import { useMoves } from "./use-moves";
import type { Act } from "./use-plan";

type SelectionParts = { matrix: PlanMatrix; index: MatrixIndex; now: Date; act: Act; forget: () => void };

/** The talk in hand as the matrix has it now: one that people know gets another id with the first change of a draft. */
function talkInHand(index: MatrixIndex, picked: Picked | undefined): MatrixTalk | undefined {
  const known = picked && index.talks.get(picked.id);
  if (!picked || known) return known;
  const there = picked.slot === null ? undefined : index.talkOf(picked.people[0] ?? "", picked.slot);
  return there && samePeople(there, picked) ? there : undefined;
}

/** Which talk is in hand, what becomes of it, and where the focus goes after that. */
export function useSelection({ matrix, index, now, act, forget }: SelectionParts) {
  const [picked, setPicked] = useState<Picked>();
  const [arrival, setArrival] = useState<Arrival>();
  const stamps = useRef(0);
  const { said, show, say } = useWords();
  const talk = talkInHand(index, picked);
  const moves = useMoves({ matrix, talk, now });

  const select: PlanViewProps["select"] = useCallback(
    (next) => {
      setPicked(next);
      setArrival(undefined);
      show("");
      forget();
    },
    [forget, show],
  );
  const arrive = useCallback((to: Omit<Arrival, "stamp">) => {
    stamps.current += 1;
    setArrival({ ...to, stamp: stamps.current });
  }, []);
  const move: PlanViewProps["move"] = useCallback(
    (moved, { slot, table, row }) =>
      act("move", { eventId: matrix.eventId, talkId: moved.id, slot, table }, () => {
        setPicked(undefined);
        arrive({ people: moved.people, slot: slot ?? null, was: moved.slot, row });
      }),
    [act, arrive, matrix.eventId],
  );
  /** Lets the talk go, and leads back to it: the bar that had the focus is gone then. */
  const letGo = useCallback(() => {
    select(undefined);
    if (talk && picked) arrive({ people: talk.people, slot: talk.slot, was: talk.slot, row: picked.row });
  }, [select, arrive, talk, picked]);
  const landed = useCallback(() => setArrival(undefined), []);
  return { picked, moves, select, letGo, move, arrival, landed, said, show, say };
}

/** What the bar of the talk in hand says beside its name, and what of that is read out. */
function useWords() {
  const speak = useSpeak();
  const [said, show] = useState("");
  const say = useCallback(
    (text: string) => {
      show(text);
      if (text) speak(text);
    },
    [speak],
  );
  return { said, show, say };
}
