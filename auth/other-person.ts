import "server-only";
import { profileOf } from "@/domain/people/queries";
import { registrationMailOf } from "@/domain/registration/queries";
import type { Cookies } from "@/lib/cookies";
import { idOf } from "@/lib/ids";
import { pageCookies } from "./page-cookies";
import { seatsIn } from "./seats";
import { currentActor } from "./session";

/** The seat of this registration, where the browser has opened its mailed link. */
export async function mailedSeat(cookies: Cookies, registrationId: unknown) {
  const seats = await seatsIn(cookies);
  return seats.find((seat) => seat.via === "mail" && seat.registrationId === registrationId);
}

type OtherPerson = { registrationId: string; name: string; email: string; signedInAs: string };

/**
 * Whose mailed link this browser has opened while somebody else is signed in, and who that is. Undefined where nobody is, or
 * where the browser does not hold that link: then it is told nothing.
 */
export async function otherPerson(registrationId: unknown): Promise<OtherPerson | undefined> {
  const id = idOf("registration").safeParse(registrationId);
  const [actor, cookies] = await Promise.all([currentActor(), pageCookies()]);
  const me = await profileOf(actor);
  const held = await mailedSeat(cookies, id.data);
  const isOwn = actor.type === "person" && actor.seats.some((seat) => seat.registrationId === id.data);
  if (!me || !held || isOwn) return undefined;
  const found = await registrationMailOf(held.registrationId);
  return (
    found && {
      registrationId: found.id,
      name: found.name,
      email: found.email,
      signedInAs: me.name || me.email,
    }
  );
}
