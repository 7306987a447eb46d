import type { z } from "zod";
import { turnOf } from "../labels";
import type { queueMailInput } from "../schema";

/** A rendered mail as it is stored, but for the times. */
export const mailRow = ({
  to,
  calendar,
  unsubscribe,
  circularId,
  pace: _,
  ...mail
}: z.output<typeof queueMailInput>) => ({
  ...mail,
  turn: turnOf(mail.kind),
  toEmail: to.email,
  toName: to.name,
  ics: calendar?.ics ?? null,
  icsMethod: calendar?.method ?? null,
  unsubscribe: unsubscribe ?? null,
  circularId: circularId ?? null,
});
