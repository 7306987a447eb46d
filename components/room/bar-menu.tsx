"use client";

import { Menu } from "@base-ui/react/menu";
import type { ReactNode } from "react";
import { BarButton } from "@/components/room/bar-button";

type BarMenuProps = {
  label: string;
  trigger: ReactNode;
  text?: string;
  /** Its entries stand side by side, and so do the keys that lead through them. */
  inRow?: boolean;
  children: ReactNode;
};

/** A menu that hangs on a button of the control bar and opens upwards. */
export function BarMenu({ label, trigger, text, inRow = false, children }: BarMenuProps) {
  return (
    <Menu.Root modal={false} orientation={inRow ? "horizontal" : "vertical"}>
      <BarButton icon={trigger} text={text} label={label} look="more" render={<Menu.Trigger />} />
      <Menu.Portal>
        <Menu.Positioner className="rm-menu-place" side="top" sideOffset={8} collisionPadding={8}>
          <Menu.Popup className="rm-menu">{children}</Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
