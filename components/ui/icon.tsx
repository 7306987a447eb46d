import { classNames } from "@/components/ui/class-names";
import { iconPaths } from "@/components/ui/icon-paths";

export type IconName = keyof typeof iconPaths;
type IconProps = {
  name: IconName;
  size?: "sm" | "md" | "lg";
  /** Spoken name. Without it the icon is decoration beside a text. */
  label?: string;
  className?: string;
};

/** An icon of 20 px (sm 16, lg 24) in the text colour, without any JavaScript in the browser. */
export function Icon({ name, size = "md", label, className }: IconProps) {
  return (
    <svg
      viewBox="0 0 24 24"
      className={classNames("icon", size !== "md" && `icon--${size}`, className)}
      role={label ? "img" : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      <path d={iconPaths[name]} />
    </svg>
  );
}
