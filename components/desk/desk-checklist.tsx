import { useTranslations } from "next-intl";
import { type Checked, checklistOf, type PointKey } from "@/components/desk/checklist";
import { Icon } from "@/components/ui/icon";
import { Progress } from "@/components/ui/progress";

type ChecklistProps = Checked & {
  /** Where an open point is mended; none for whoever only looks on, and for what is not theirs to change. */
  places: Partial<Record<PointKey, string | undefined>>;
};

/** What a good page has, and what this one lacks. It holds nobody up. */
export function DeskChecklist({ places, ...checked }: ChecklistProps) {
  const t = useTranslations("organizer.event");
  const points = checklistOf(checked);
  const done = points.filter((point) => point.done).length;
  return (
    <>
      <div className="row between">
        <h2 className="text-lg">{t("checklist")}</h2>
        <span className="small muted">{t("done", { done, all: points.length })}</span>
      </div>
      <Progress value={done} max={points.length} />
      <ul className="checklist">
        {points.map((point) => {
          const place = point.done ? undefined : places[point.key];
          const words = t(`check.${point.key}`);
          return (
            <li key={point.key} className={point.done ? "is-done" : undefined}>
              <Icon name={point.done ? "check-circle" : "circle"} />
              {place ? <a href={place}>{words}</a> : words}
            </li>
          );
        })}
      </ul>
    </>
  );
}
