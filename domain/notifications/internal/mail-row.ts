import type { z } from "zod";
import type { queueMailInput } from "../schema";

/** A rendered mail as it is stored, but for the times. */
export const mailRow = ({
  to,
  calendar,
  unsubscribe,
  circularId,
  ...mail
}: z.output<typeof queueMailInput>) => ({
  ...mail,
  toEmail: to.email,
  toName: to.name,
  ics: calendar?.ics ?? null,
  icsMethod: calendar?.method ?? null,
  unsubscribe: unsubscribe ?? null,
  circularId: circularId ?? null,
});
