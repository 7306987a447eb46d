import { idOf } from "@/lib/ids";
import { checkInCode } from "@/lib/tokens";

/** Address under which the HTML of a mail names the picture that travels with it. */
export const TICKET_ADDRESS = "einlass@plenum";

/** What the QR code of a mail says, if its HTML shows one; it is drawn only when the mail leaves. */
export function ticketOf({ html, subjectId }: { html: string; subjectId: string }): string | undefined {
  const about = idOf("registration").safeParse(subjectId);
  return about.success && html.includes(`cid:${TICKET_ADDRESS}`) ? checkInCode(about.data) : undefined;
}
