import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { dismissReasons } from "@/domain/matchmaking/labels";
import type { Dismissed } from "@/domain/matchmaking/queries/suggestions";
import { PartnerForm, type PartnerPlace } from "./partner-form";

/** „Passt nicht“: one click on a reason, and they are not suggested any more. */
export function DismissSuggestion({
  partner,
  ...place
}: PartnerPlace & { partner: { personId: string; name: string } }) {
  const t = useTranslations("talks.dismiss");
  const { personId, name } = partner;
  return (
    <details>
      <summary>
        {t("title")} <span className="sr-only">{name}</span>
      </summary>
      <PartnerForm {...place} door="suggestions" personId={personId} className="stack gap-2">
        <p className="small muted">{t("text")}</p>
        {dismissReasons.map((reason) => (
          <Button
            key={reason}
            type="submit"
            size="sm"
            block
            name="reason"
            value={reason}
            aria-label={t("reasonFor", { reason: t(`reasons.${reason}`), name })}
          >
            {t(`reasons.${reason}`)}
          </Button>
        ))}
      </PartnerForm>
    </details>
  );
}

/** Who was said not to fit, and the way to take it back. */
export function DismissedPeople({ dismissed, ...place }: PartnerPlace & { dismissed: readonly Dismissed[] }) {
  const t = useTranslations("talks.dismiss");
  if (dismissed.length === 0) return null;
  return (
    <details className="card card--sm sg__more">
      <summary>{t("hidden", { count: dismissed.length })}</summary>
      <ul className="divided">
        {dismissed.map(({ personId, name, organisation }) => (
          <li key={personId} className="row between gap-3 py-2">
            {organisation ? `${name}, ${organisation}` : name}
            <PartnerForm {...place} door="suggestions" personId={personId}>
              <Button type="submit" size="sm" name="reason" value="undo" aria-label={t("undoFor", { name })}>
                {t("undo")}
              </Button>
            </PartnerForm>
          </li>
        ))}
      </ul>
    </details>
  );
}
