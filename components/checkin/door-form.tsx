"use client";

import type { ComponentProps, ReactNode } from "react";
import { useDoorPlace } from "./door-context";

type DoorFormProps = Omit<ComponentProps<"form">, "action" | "method" | "onSubmit"> & {
  path: "" | "/undo" | "/walk-in";
  fields?: Record<string, string>;
  /** What the browser does instead of posting; without JavaScript the form is posted and the page comes back. */
  onSend: (form: HTMLFormElement) => void;
  children: ReactNode;
};

/** A form of the door that works with and without JavaScript. */
export function DoorForm({ path, fields = {}, onSend, children, ...rest }: DoorFormProps) {
  const { eventId, locale, back } = useDoorPlace();
  const all = { ...fields, locale, back };
  return (
    <form
      {...rest}
      method="post"
      action={`/api/checkin/${eventId}${path}`}
      onSubmit={(event) => {
        event.preventDefault();
        onSend(event.currentTarget);
      }}
    >
      {Object.entries(all).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  );
}
