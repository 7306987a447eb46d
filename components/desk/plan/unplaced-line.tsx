import { useTranslations } from "next-intl";
import type { UnplacedWish } from "@/domain/matchmaking/labels";
import type dePlan from "@/messages/de/plan.json";

type Reason = keyof (typeof dePlan)["unplaced"];
type Named = { nameOf: (personId: string) => string };

/** Why a wish has no place, and what could be done about it, in the planner's words. */
function useUnplacedWords() {
  const t = useTranslations("plan.unplaced");
  const next = useTranslations("plan.next");
  const other = useTranslations("plan.desk");
  const isKnown = (key: string): key is Reason => t.has(key as Reason);
  return ({ reason, values }: UnplacedWish) =>
    isKnown(reason)
      ? // A reason from before it told of free times is read as if there were one.
        { why: t(reason, values), next: next(reason, { slots: 1, ...values }) }
      : { why: other("unplacedOther"), next: "" };
}

/** One wish without a place. */
export function UnplacedLine({ wish, nameOf }: Named & { wish: UnplacedWish }) {
  const t = useTranslations("plan.desk");
  const { why, next } = useUnplacedWords()(wish);
  return (
    <div className="pline">
      <span className="pline__who">
        <b>{`${nameOf(wish.a)} × ${nameOf(wish.b)}`}</b>
        <small className={wish.kind === "must" ? "strong" : "muted"}>{t(`wish.${wish.kind}`)}</small>
      </span>
      <span className="pline__why">
        {why} <span className="pline__next">{next}</span>
      </span>
    </div>
  );
}
