import { Card } from "@/components/ui/card";
import { Icon, type IconName } from "@/components/ui/icon";

type PointsProps = { title: string; icon: IconName; points: readonly string[]; isDone?: boolean };

/** A card of short statements, each with the same mark. */
export function Points({ title, icon, points, isDone = false }: PointsProps) {
  return (
    <Card className="stack gap-2">
      <h2 className="text-lg">{title}</h2>
      <ul className="checklist">
        {points.map((point) => (
          <li key={point} className={isDone ? "is-done" : undefined}>
            <Icon name={icon} />
            <span>{point}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
