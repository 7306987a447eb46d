"use client";

import { Toolbar as BaseToolbar } from "@base-ui/react/toolbar";
import type { ComponentProps, ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

type ToolbarProps = { label: string; className?: string; children: ReactNode; id?: string };

/** One Tab stop; arrow keys move inside. */
export function Toolbar({ label, className, children, id }: ToolbarProps) {
  return (
    <BaseToolbar.Root id={id} aria-label={label} className={classNames("toolbar", className)}>
      {children}
    </BaseToolbar.Root>
  );
}

/** A button of a toolbar. What cannot be used now stays reachable, so that its reason can be read. */
export function ToolbarButton(props: ComponentProps<typeof BaseToolbar.Button>) {
  return <BaseToolbar.Button focusableWhenDisabled {...props} />;
}
