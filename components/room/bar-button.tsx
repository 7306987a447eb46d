"use client";

import { Toolbar } from "@base-ui/react/toolbar";
import type { ReactElement, ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

type BarButtonProps = {
  icon: ReactNode;
  /** Shown from 1280 px on. */
  text?: string;
  /** Spoken name and tooltip: what a click does. */
  label: string;
  /** Keyboard shortcut in the notation of `aria-keyshortcuts`. */
  keys?: string;
  pressed?: boolean;
  look?: "on" | "hand" | "leave" | "tab" | "more";
  onClick?: () => void;
  count?: ReactNode;
  panel?: string;
  render?: ReactElement;
};

/** One button of the control bar, at least 44 px in both directions. */
export function BarButton(props: BarButtonProps) {
  const { icon, text, label, keys, pressed, look, onClick, count, panel, render } = props;
  return (
    <Toolbar.Button
      className={classNames("rm-cb", look && `rm-cb--${look}`)}
      aria-label={label}
      aria-pressed={pressed}
      aria-keyshortcuts={keys}
      title={keys ? `${label} (${keys.replaceAll("Control", "Ctrl")})` : label}
      data-panel-button={panel}
      onClick={onClick}
      render={render}
    >
      {icon}
      {text ? (
        <span className="rm-cb__text" aria-hidden="true">
          {text}
        </span>
      ) : null}
      {count}
    </Toolbar.Button>
  );
}
