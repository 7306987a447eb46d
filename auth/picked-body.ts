import "server-only";
import type { Body } from "./door-body";

/** One ticked box comes as a text, several as a list, none not at all. Everybody is a box of its own, with the choice. */
export const pickedIn = ({ registrationIds = [], ...body }: Body) => ({
  eventId: body.eventId,
  registrationIds: Array.isArray(registrationIds) ? registrationIds : [registrationIds],
  everyone:
    body.everyone === "on"
      ? {
          q: body["choice.q"],
          status: body["choice.status"],
          attendance: body["choice.attendance"],
          tag: body["choice.tag"],
          answer: body["choice.answer"],
          seen: body["choice.seen"],
        }
      : undefined,
});
