import { z } from "zod";
import { sql } from "../fixtures/database";
import { linkIn, mailOfKind } from "../fixtures/mailbox";
import { callAction } from "../fixtures/server-actions";
import { Visitor } from "../fixtures/visitor";
import { moveEvent, type Planned, planDraft } from "../security/planning-over-http";
import { freshAddress } from "../security/registering-over-http";

type Form = Record<string, string>;
type Plan = { title: string; template?: string; startsAt?: Date };
type Guest = { name: string } & Form;

/** A person who is registered, with the browser that has opened the link of the first mail. */
export type Registered = { id: string; email: string; visitor: Visitor };

export const inDays = (days: number): Date => {
  const at = new Date(Date.now() + days * 86_400_000);
  at.setUTCHours(9, 0, 0, 0);
  return at;
};

/** Where a form stands, unless on the event's first page. */
const pages: Record<string, string> = {
  "alliance.ts#offerEventRoleAction": "/roles",
  "forms.ts#saveQuestionAction": "/form",
  "notifications.ts#changeMailWordingAction": "/mails/words/confirmed",
  "programme.ts#saveMaterialAction": "/materials",
  "interaction.ts#savePollAction": "/polls",
  "registration.ts#invitePeopleAction": "/people/invite",
  "registration.ts#tagRegistrationsAction": "/people",
};

/** The organizer persona, who does everything by the doors that a browser would use. */
export class OfficeOverHttp {
  readonly organizer = new Visitor();

  async say(page: string, action: string, form: Form): Promise<void> {
    const { status, text } = await callAction(this.organizer, { action: `actions/${action}`, page, form });
    // Done, or led on to another page, whose text comes along.
    if (status < 400 && !text.includes('"status":"failed"')) return;
    throw new Error(`${action} was refused: ${status} ${text.slice(0, 400)}`);
  }

  /** On a page of the event's desk: an action is known only to the page that has its form. */
  at({ id, page }: Planned, action: string, form: Form = {}): Promise<void> {
    return this.say(`${page}${pages[action] ?? ""}`, action, { eventId: id, ...form });
  }

  draft({ title, ...plan }: Plan): Promise<Planned> {
    return planDraft(this.organizer, title, plan);
  }

  async publish(event: Planned): Promise<Planned> {
    await moveEvent(this.organizer, event, "publish");
    return event;
  }
}

/** Fills in the form of an event's page; whoever comes has not yet shown that the address is theirs. */
export async function comesTo(event: Planned, guest: Guest): Promise<{ email: string; visitor: Visitor }> {
  const [visitor, email] = [new Visitor(), freshAddress("gast")];
  const form = { eventId: event.id, email, attendance: "online", locale: "de", ...guest };
  const answer = await visitor.ask("/api/registrations", { form, headers: { accept: "application/json" } });
  if (answer.status >= 400) throw new Error(`${guest.name}: ${answer.status} ${answer.text.slice(0, 300)}`);
  return { email, visitor };
}

/** Registers, opens the link of the mail, and so shows that the address is theirs. */
export async function registers(
  event: Planned,
  guest: Guest,
  kind = "registration.confirmed",
): Promise<Registered> {
  const { email, visitor } = await comesTo(event, guest);
  const { location } = await visitor.ask(new URL(linkIn(await mailOfKind(email, kind), "/j/")).pathname);
  const id = location.split("/").at(-1) ?? "";
  await visitor.ask(`/api/registrations/${id}/prove`, { form: {} });
  return { id, email, visitor };
}

/** One value that the database knows and no page says. */
export async function foundBy(text: string, values: readonly string[]): Promise<string> {
  const [row] = await sql(z.object({ value: z.string() }), text, values);
  if (!row) throw new Error(`nothing found: ${text}`);
  return row.value;
}
