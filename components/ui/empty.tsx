import type { ReactNode } from "react";
import { Icon, type IconName } from "@/components/ui/icon";

/** Nothing here yet, and what comes next. */
export function Empty({
  icon,
  title,
  children,
}: {
  icon?: IconName;
  title: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className="empty">
      {icon ? <Icon name={icon} size="lg" /> : null}
      <b>{title}</b>
      {children ? <div className="small">{children}</div> : null}
    </div>
  );
}
