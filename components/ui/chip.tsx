import type { ComponentProps } from "react";
import { classNames } from "@/components/ui/class-names";

type ChipLook = { kind?: "choice" | "static" | "offer" | "need"; small?: boolean };

function chipClass({ kind = "choice", small }: ChipLook, className?: string) {
  return classNames("chip", small && "chip--sm", kind !== "choice" && `chip--${kind}`, className);
}

/** A tag that is only read: topic (`static`), offer or need. */
export function Chip({ kind = "static", small, className, ...rest }: ChipLook & ComponentProps<"span">) {
  return <span className={chipClass({ kind, small }, className)} {...rest} />;
}

/** A filter or topic as a link; set `aria-current` when it is the chosen one. */
export function ChipLink({ kind, small, className, children, ...rest }: ChipLook & ComponentProps<"a">) {
  return (
    <a className={chipClass({ kind, small }, className)} {...rest}>
      {children}
    </a>
  );
}

/** A choice that can be pressed; set `aria-pressed`. */
export function ChipButton({ kind, small, className, ...rest }: ChipLook & ComponentProps<"button">) {
  return <button type="button" className={chipClass({ kind, small }, className)} {...rest} />;
}
