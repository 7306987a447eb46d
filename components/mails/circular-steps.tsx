import { useTranslations } from "next-intl";
import { releaseCircularAction, testCircularAction, withdrawCircularAction } from "@/actions/notifications";
import { ActionForm } from "@/components/desk/action-form";
import { circularTones } from "@/components/mails/circular-list";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import type { CircularView } from "@/domain/notifications/queries/circulars";
import type { Locale } from "@/lib/i18n/locales";

type CircularStepsProps = {
  circular: CircularView;
  /** How many it would reach now. */
  people: number;
  /** Somebody has written it; until then it only says whom it is for. */
  hasText: boolean;
  /** The event wants a second person to read it. */
  review: boolean;
  isAuthor: boolean;
  /** Of the list of messages. */
  path: string;
  locale: Locale;
};

/** What can be done with a message as it stands: look at it in one's own mailbox, send it, take it back. */
export function CircularSteps({
  circular,
  people,
  hasText,
  review,
  isAuthor,
  path,
  locale,
}: CircularStepsProps) {
  const t = useTranslations("mails.circular.steps");
  const states = useTranslations("mails.circular");
  const { state } = circular;
  const isOpen = state === "draft" || state === "held";
  const waitsForOther = state === "held" && review && isAuthor;
  const ids = (
    <>
      <input type="hidden" name="eventId" value={circular.eventId} />
      <input type="hidden" name="circularId" value={circular.id} />
    </>
  );
  return (
    <Card className="stack gap-3">
      <div className="row between">
        <h2 className="text-lg">{t("title")}</h2>
        <Badge tone={circularTones[state]}>{states(`states.${state}`)}</Badge>
      </div>
      {isOpen ? <p>{t("people", { count: people })}</p> : <p>{states("counts", circular.mails)}</p>}
      {hasText ? (
        <ActionForm
          action={testCircularAction}
          submit={t("test")}
          look={{ variant: "secondary", size: "sm" }}
          done={t("tested")}
          id="test"
        >
          {ids}
        </ActionForm>
      ) : null}
      {waitsForOther ? <Notice tone="info" title={t("waits")} /> : null}
      {isOpen && hasText && !waitsForOther ? (
        <ActionForm
          action={releaseCircularAction}
          submit={state === "draft" && review ? t("handIn") : t("send", { count: people })}
          look={{ variant: "primary" }}
          id="release"
        >
          {ids}
        </ActionForm>
      ) : null}
      {state === "stopped" ? null : (
        <ActionForm
          action={withdrawCircularAction}
          submit={t(`withdraw.${state}`)}
          look={{ variant: "danger-quiet", size: "sm" }}
          id="withdraw"
        >
          {ids}
          <input type="hidden" name="back" value={path} />
          <input type="hidden" name="locale" value={locale} />
        </ActionForm>
      )}
    </Card>
  );
}
