/** A day as a small calendar leaf: weekday, day of month, month. The words come formatted. */
export function DateBox({ weekday, day, month }: { weekday: string; day: string; month: string }) {
  return (
    <span className="datebox">
      <small>{weekday}</small>
      <b>{day}</b>
      <small>{month}</small>
    </span>
  );
}
