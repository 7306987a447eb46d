"use client";

import { Menu as BaseMenu } from "@base-ui/react/menu";
import type { ReactElement, ReactNode } from "react";

export type MenuItem = {
  /** Stable name of the item. */
  id: string;
  label: ReactNode;
  icon?: ReactNode;
  onSelect: () => void;
  danger?: boolean;
  disabled?: boolean;
};
type MenuProps = { trigger: ReactElement; items: readonly MenuItem[] };

/** A list of actions behind a button. The trigger is a button element that has its own name. */
export function Menu({ trigger, items }: MenuProps) {
  return (
    <BaseMenu.Root>
      <BaseMenu.Trigger render={trigger} />
      <BaseMenu.Portal>
        <BaseMenu.Positioner className="popper" sideOffset={6} align="end">
          <BaseMenu.Popup className="menu">
            {items.map((item) => (
              <BaseMenu.Item
                key={item.id}
                className={item.danger ? "menu__item menu__item--danger" : "menu__item"}
                disabled={item.disabled}
                onClick={item.onSelect}
              >
                {item.icon}
                {item.label}
              </BaseMenu.Item>
            ))}
          </BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  );
}
