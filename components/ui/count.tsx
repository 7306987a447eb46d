import { classNames } from "@/components/ui/class-names";

/** A number in a circle beside a word. */
export function Count({ value, primary }: { value: number; primary?: boolean }) {
  return <span className={classNames("count", primary && "count--primary")}>{value}</span>;
}
