import { z } from "zod";
import { idOf } from "@/lib/ids";
import { wordedMails } from "./labels";

const ofCircular = z.object({ circularId: idOf("circular"), eventId: idOf("event") });

/** What can happen to mails that people have a say in, and what the fact carries. */
export const mailFacts = {
  /** An organizer's message may go out: whoever writes mails should begin. */
  "circular.released": ofCircular,
  /** Its author wants to see it in the own mailbox. */
  "circular.tested": ofCircular.extend({ personId: idOf("person") }),
  /** Somebody wants to see one of the event's own mails, in the words it has now, in the own mailbox. */
  "wording.tested": z.object({
    eventId: idOf("event"),
    personId: idOf("person"),
    mail: z.enum(wordedMails),
  }),
  /** A mail was given another try. */
  "mail.retried": z.object({ mailId: idOf("mail"), eventId: idOf("event") }),
} as const;
