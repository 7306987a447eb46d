import { Card } from "@/components/ui/card";
import { classNames } from "@/components/ui/class-names";
import { Progress } from "@/components/ui/progress";

type CountsProps = {
  head: string;
  /** What stands above the numbers. */
  count: string;
  rows: readonly { id: string; name: string; count: number }[];
  /** With a bar below each name. */
  hasBars?: boolean;
};

/** A name and a number in each row. */
export function CountTable({ head, count: counted, rows, hasBars = false }: CountsProps) {
  const most = Math.max(1, ...rows.map(({ count }) => count));
  return (
    <table className={classNames("table", hasBars && "shares")}>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <th scope="col" className="r">
            {counted}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, name, count }) => (
          <tr key={id} data-line={id}>
            <th scope="row">
              {name}
              {hasBars ? <Progress value={count} max={most} /> : null}
            </th>
            <td className="r">{count}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type SharesProps = Omit<CountsProps, "hasBars"> & { title: string; note?: string };

/** Bars that are a table: name, bar and number in one row each. */
export function Shares({ title, note, ...counts }: SharesProps) {
  return (
    <Card small>
      <h2 className="text-base mb-2">{title}</h2>
      {note ? <p className="small muted mb-2">{note}</p> : null}
      <CountTable {...counts} hasBars />
    </Card>
  );
}
