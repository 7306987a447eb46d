"use client";

import { Menu } from "@base-ui/react/menu";
import type { ReactElement, ReactNode } from "react";

type RoomMenuProps = {
  /** Spoken name of the button. */
  label: string;
  trigger: ReactNode;
  children: ReactNode;
  className?: string;
  heading?: string;
  /** Another element as the button, for instance one of a toolbar. */
  render?: ReactElement;
};

/** A button with a menu above the room: arrow keys inside, Esc closes and gives focus back. */
export function RoomMenu({
  label,
  trigger,
  children,
  className = "rm-icon-btn",
  heading,
  render,
}: RoomMenuProps) {
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger className={className} aria-label={label} title={label} render={render}>
        {trigger}
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className="rm-menu-place" sideOffset={8} collisionPadding={8}>
          <Menu.Popup className="rm-menu">
            {heading ? <p className="rm-menu__head">{heading}</p> : null}
            {children}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

type RoomMenuItemProps = { onClick: () => void; children: ReactNode; danger?: boolean; disabled?: boolean };

export function RoomMenuItem({ onClick, children, danger, disabled }: RoomMenuItemProps) {
  return (
    <Menu.Item
      className={danger ? "rm-menu__item rm-menu__item--danger" : "rm-menu__item"}
      onClick={onClick}
      disabled={disabled}
    >
      {children}
    </Menu.Item>
  );
}
