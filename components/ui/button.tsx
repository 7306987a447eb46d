import type { ComponentProps } from "react";
import { classNames } from "@/components/ui/class-names";

export type ButtonVariant = "primary" | "secondary" | "soft" | "match" | "danger" | "danger-quiet" | "quiet";
export type ButtonSize = "lg" | "md" | "sm" | "xs";

export type ButtonLook = {
  variant?: ButtonVariant;
  /** Height: lg 52, md 44, sm 36, xs 28 px. */
  size?: ButtonSize;
  /** As wide as its container. */
  block?: boolean;
  /** Square, for a single icon; give it an `aria-label`. */
  icon?: boolean;
};

/** Classes of a button, for elements that only look like one (next/link, summary, Base UI's render). */
export function buttonClass({ variant = "secondary", size = "md", block, icon }: ButtonLook = {}): string {
  return classNames(
    "btn",
    `btn--${variant}`,
    size !== "md" && `btn--${size}`,
    block && "btn--block",
    icon && "btn--icon",
  );
}

type ButtonProps = ComponentProps<"button"> & ButtonLook;

/** A button. Its type is `button` unless said otherwise, so that it never submits a form by accident. */
export function Button({ variant, size, block, icon, className, type = "button", ...rest }: ButtonProps) {
  const look = buttonClass({ variant, size, block, icon });
  return <button type={type} className={classNames(look, className)} {...rest} />;
}

type ButtonLinkProps = ComponentProps<"a"> & ButtonLook & { href: string };

/** A link that looks like a button. A link never acts: what changes something is a form with a Button. */
export function ButtonLink({ variant, size, block, icon, className, children, ...rest }: ButtonLinkProps) {
  const look = buttonClass({ variant, size, block, icon });
  return (
    <a className={classNames(look, className)} {...rest}>
      {children}
    </a>
  );
}
