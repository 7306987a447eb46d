import { useTranslations } from "next-intl";
import { Stat } from "@/components/ui/stat";
import type { PlanRunView } from "@/domain/matchmaking/labels";

/** What a plan is made of: what was wished and what of it has a place, and beside that what the planner adds by itself. */
export function RunSum({ run }: { run: Pick<PlanRunView, "wishes" | "placed" | "suggested"> }) {
  const t = useTranslations("plan.desk");
  const { wishes, placed, suggested: added } = run;
  const figures = [
    { label: t("sumWished"), value: wishes },
    { label: t("sumPlaced"), value: placed },
    { label: t("sumUnplaced"), value: wishes - placed },
    { label: t("sumAdded"), value: added },
    { label: t("sumAll"), value: placed + added, of: added > 0 ? t("sumOf", { placed, added }) : undefined },
  ];
  return (
    <section className="stack gap-2" aria-label={t("sum")}>
      <dl className="stats">
        {figures.map((figure) => (
          <Stat key={figure.label} {...figure} />
        ))}
      </dl>
      <p className="small muted">{t("sumWishedMeans")}</p>
      <p className="small muted">{t("sumAddedMeans", { count: added })}</p>
    </section>
  );
}
