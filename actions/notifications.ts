"use server";

import { redirect } from "next/navigation";
import { formAction } from "@/auth/form-action";
import { pickedIn } from "@/auth/picked-body";
import { beginCircular } from "@/domain/notifications/commands/begin-circular";
import { changeMailSettings } from "@/domain/notifications/commands/change-mail-settings";
import { changeMailWording } from "@/domain/notifications/commands/change-mail-wording";
import { decideHeldMail } from "@/domain/notifications/commands/decide-held-mail";
import { liftBounce } from "@/domain/notifications/commands/lift-bounce";
import { releaseCircular } from "@/domain/notifications/commands/release-circular";
import { retryMail } from "@/domain/notifications/commands/retry-mail";
import { saveCircular } from "@/domain/notifications/commands/save-circular";
import { testCircular } from "@/domain/notifications/commands/test-circular";
import { testMailWording } from "@/domain/notifications/commands/test-mail-wording";
import { withdrawCircular } from "@/domain/notifications/commands/withdraw-circular";
import { href } from "@/lib/i18n/href";
import { localeOf } from "@/lib/i18n/locales";
import { ownPath } from "@/lib/own-path";

/** Which mails an event sends by itself. Fields as in `changeMailSettingsInput`. */
export const changeMailSettingsAction = formAction(changeMailSettings, { input: (body) => body });

/** Releases a mail that the event holds back, or holds it again. Fields: eventId, mail, decision. */
export const decideHeldMailAction = formAction(decideHeldMail, {
  input: ({ eventId, mail, decision }) => ({ eventId, mail, decision }),
});

/** Says one of the event's own mails in other words. Fields as in `changeMailWordingInput`. */
export const changeMailWordingAction = formAction(changeMailWording, { input: (body) => body });

/** Mails one of the event's own mails to whoever asks. Fields: eventId, mail. */
export const testMailWordingAction = formAction(testMailWording, {
  input: ({ eventId, mail }) => ({ eventId, mail }),
});

/** Begins a message to those ticked in the list of people; leads to its page below `back`. Fields as in `pickedIn`. */
export const beginCircularAction = formAction(beginCircular, {
  input: pickedIn,
  done: ({ circularId }, { back, locale }) =>
    redirect(href(localeOf(locale), `${ownPath(back, "/o")}/${circularId}`)),
});

/** Writes or changes a message; leads to its page below `back`. Fields as in `saveCircularInput`. */
export const saveCircularAction = formAction(saveCircular, {
  // The field is empty where the message is new; boxes that are not ticked are not posted.
  input: (body) => ({ ...body, circularId: body.circularId || undefined, statuses: body.statuses ?? [] }),
  done: ({ circularId }, { back, locale }) =>
    redirect(href(localeOf(locale), `${ownPath(back, "/o")}/${circularId}`)),
});

/** Sends a message, or hands it in for review. Fields: eventId, circularId. */
export const releaseCircularAction = formAction(releaseCircular, {
  input: ({ eventId, circularId }) => ({ eventId, circularId }),
});

/** Takes a message back as far as that can be done; from a draft that is gone it leads to `back`. Fields: eventId, circularId. */
export const withdrawCircularAction = formAction(withdrawCircular, {
  input: ({ eventId, circularId }) => ({ eventId, circularId }),
  done: (_value, { back, locale }) => redirect(href(localeOf(locale), ownPath(back, "/o"))),
});

/** Mails a message to whoever asks. Fields: eventId, circularId. */
export const testCircularAction = formAction(testCircular, {
  input: ({ eventId, circularId }) => ({ eventId, circularId }),
});

/** Gives a mail that came to nothing another day of tries. Fields: eventId, mailId. */
export const retryMailAction = formAction(retryMail, {
  input: ({ eventId, mailId }) => ({ eventId, mailId }),
});

/** Lets reminders and messages go to an address again that mails came back from. Fields: eventId, email. */
export const liftBounceAction = formAction(liftBounce, {
  input: ({ eventId, email }) => ({ eventId, email }),
});
