import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { Icon, type IconName } from "@/components/ui/icon";

export type Tone = "neutral" | "info" | "success" | "warning" | "danger" | "match";
type NoticeProps = {
  tone?: Tone;
  title?: ReactNode;
  children?: ReactNode;
  /** `status` for good news that appear later, `alert` for what must interrupt. */
  role?: "status" | "alert";
  className?: string;
};

const ICONS: Record<Tone, IconName> = {
  neutral: "info",
  info: "info",
  success: "check-circle",
  warning: "alert",
  danger: "alert-circle",
  match: "talk",
};

/** A quiet box with an icon; colour, icon and words say the same. */
export function Notice({ tone = "neutral", title, children, role, className }: NoticeProps) {
  return (
    <div className={classNames("notice", tone !== "neutral" && `notice--${tone}`, className)} role={role}>
      <Icon name={ICONS[tone]} />
      <div>
        {title ? <b className="notice__title">{title}</b> : null}
        {children}
      </div>
    </div>
  );
}
