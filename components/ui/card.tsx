import type { ComponentProps, ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

type CardProps = ComponentProps<"section"> & {
  /** Shadow: only for the one card of a page in which one acts. */
  raised?: boolean;
  small?: boolean;
  /** No padding: for lists and tables inside, with CardHead and CardBody. */
  flush?: boolean;
};

/** A box one acts in (form, ticket, live). Lists are hairlines, not cards. */
export function Card({ raised, small, flush, className, ...rest }: CardProps) {
  const look = [raised && "card--raised", small && "card--sm", flush && "card--flush"];
  return <section className={classNames("card", ...look, className)} {...rest} />;
}

/** Head of a flush card: a heading and something at its end. */
export function CardHead({ children }: { children: ReactNode }) {
  return <div className="card__head">{children}</div>;
}

/** Padded part of a flush card. */
export function CardBody({ children }: { children: ReactNode }) {
  return <div className="card__body">{children}</div>;
}
