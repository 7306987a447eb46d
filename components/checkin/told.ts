import { z } from "zod";
import type { DoorPerson } from "@/components/checkin/find-people";
import { idOf } from "@/lib/ids";
import type { Shown } from "./door-session";

const told = z.object({
  state: z.enum(["in", "already", "undone", "out", "changed"]),
  at: z.iso.datetime({ offset: true }).optional(),
  who: idOf("registration").optional(),
});

const nobody = { name: "", organisation: "" };

type Query = Record<string, string | string[] | undefined>;

/**
 * What the address says has just been done, for doors without JavaScript. An address can be made up: of a person it says
 * only what the list says too.
 */
export function shownByAddress(query: Query, people: readonly DoorPerson[]): Shown | undefined {
  const read = told.safeParse(query);
  if (!read.success) return undefined;
  const { state, at = "", who } = read.data;
  if (state === "out" || state === "changed") return { ...nobody, state };
  const person = people.find(({ id }) => id === who);
  if (!person) return undefined;
  const { id: registrationId, name, organisation, arrival } = person;
  if (state === "undone")
    return arrival?.how === "door" ? undefined : { name, organisation, registrationId, state, at };
  return arrival?.how === "door" ? { name, organisation, registrationId, state, at: arrival.at } : undefined;
}

/** The same for a form that was refused. */
export const shownRefusal = (reason: string): Shown => ({ ...nobody, state: "refused", reason });
