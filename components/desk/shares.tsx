import { Card } from "@/components/ui/card";
import { Progress } from "@/components/ui/progress";

type SharesProps = {
  title: string;
  note?: string;
  head: string;
  /** What stands above the numbers. */
  count: string;
  rows: readonly { id: string; name: string; count: number }[];
};

/** Bars that are a table: name, bar and number in one row each. */
export function Shares({ title, note, head, count: counted, rows }: SharesProps) {
  const most = Math.max(1, ...rows.map(({ count }) => count));
  return (
    <Card small>
      <h2 className="text-base mb-2">{title}</h2>
      {note ? <p className="small muted mb-2">{note}</p> : null}
      <table className="table shares">
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
                <Progress value={count} max={most} />
              </th>
              <td className="r">{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
