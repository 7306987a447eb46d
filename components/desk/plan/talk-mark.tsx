import { useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import { Icon } from "@/components/ui/icon";
import type { MatrixTalk } from "@/domain/matchmaking/labels";

type TalkMarkProps = {
  talk: Pick<MatrixTalk, "state" | "locked" | "unwanted">;
  children?: string;
  isSource?: boolean;
};

/** The state of a talk as colour and letter; a lock is a sign of its own. What it means stands in the legend. */
export function TalkMark({ talk: { state, locked, unwanted }, children, isSource }: TalkMarkProps) {
  const t = useTranslations("plan.desk.letter");
  return (
    <span className={classNames("pmark", `pmark--${state}`, isSource && "is-source")} aria-hidden="true">
      <b>{t(state)}</b>
      {locked ? <Icon name="lock" size="sm" /> : null}
      {unwanted ? <Icon name="alert" size="sm" /> : null}
      {children ? <span className="pmark__who">{children}</span> : null}
    </span>
  );
}

const SHOWN = ["draft", "published", "booked", "held", "cancelled"] as const;

/** What letters, colours and signs of the matrix mean; with a talk in hand, what open and shut cells look like. */
export function PlanLegend({ isPicked }: { isPicked: boolean }) {
  const t = useTranslations("plan.desk");
  return (
    <ul className="plegend" aria-label={t("legend")}>
      {SHOWN.map((state) => (
        <li key={state}>
          <TalkMark talk={{ state, locked: false, unwanted: false }} />
          {t(`state.${state}`)}
        </li>
      ))}
      <li>
        <Icon name="lock" size="sm" />
        {t("locked")}
      </li>
      <li>
        <Icon name="alert" size="sm" />
        {t("unwantedLegend")}
      </li>
      <li>
        <span aria-hidden="true">–</span>
        {t("closedLegend")}
      </li>
      {isPicked ? (
        <>
          <li>
            <span className="pmark pmark--legal">
              <Icon name="plus" size="sm" />
            </span>
            {t("legalLegend")}
          </li>
          <li>
            <span className="pmark pmark--illegal">
              <Icon name="x" size="sm" />
            </span>
            {t("illegalLegend")}
          </li>
        </>
      ) : null}
    </ul>
  );
}
