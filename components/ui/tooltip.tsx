"use client";

import { Tooltip as BaseTooltip } from "@base-ui/react/tooltip";
import type { ReactElement, ReactNode } from "react";

type TooltipProps = {
  /** What is shown; the element inside still needs its own accessible name. */
  label: ReactNode;
  children: ReactElement;
  side?: "top" | "bottom";
};

/** Words for an icon button, on hover and on keyboard focus; Escape closes them. */
export function Tooltip({ label, children, side = "top" }: TooltipProps) {
  return (
    <BaseTooltip.Root>
      <BaseTooltip.Trigger render={children} />
      <BaseTooltip.Portal>
        <BaseTooltip.Positioner className="popper" side={side} sideOffset={8}>
          <BaseTooltip.Popup className="tooltip">{label}</BaseTooltip.Popup>
        </BaseTooltip.Positioner>
      </BaseTooltip.Portal>
    </BaseTooltip.Root>
  );
}
