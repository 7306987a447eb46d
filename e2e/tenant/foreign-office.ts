import { z } from "zod";
import { sql } from "../fixtures/database";
import { callAction } from "../fixtures/server-actions";
import { Visitor } from "../fixtures/visitor";
import { freshAddress } from "../security/registering-over-http";

/** A role that the other network's owner has offered to somebody, and that nobody has accepted yet. */
export async function offerRoleAt(
  owner: Visitor,
  { networkId, network }: { networkId: string; network: string },
): Promise<{ roleOfferId: string }> {
  const email = freshAddress("angeboten");
  const form = { networkId, email, role: "observer", locale: "de" };
  const page = `/o/${network}/office/roles`;
  const answer = await callAction(owner, { action: "actions/alliance.ts#offerRoleAction", page, form });
  const [made] = await sql(z.object({ id: z.string() }), "select id from role_invitations where email = $1", [
    email,
  ]);
  if (!made) throw new Error(`no role was offered: ${answer.status} ${answer.text.slice(0, 500)}`);
  return { roleOfferId: made.id };
}

/** Somebody who stands at the door of the other network's event, because its owner has invited them. */
export async function helperAt(
  owner: Visitor,
  { eventId, page }: { eventId: string; page: string },
): Promise<{ helperId: string }> {
  const email = freshAddress("einlass");
  const form = { eventId, email, role: "check_in", locale: "de" };
  await callAction(owner, {
    action: "actions/alliance.ts#offerEventRoleAction",
    page: `${page}/roles`,
    form,
  });
  const id = z.object({ id: z.string() });
  const [offer] = await sql(id, "select id from role_invitations where email = $1", [email]);
  if (!offer) throw new Error("no role was offered at the event");
  const helper = await new Visitor().signInByMail(email);
  const accepting = { invitationId: offer.id, locale: "de" };
  const action = "actions/alliance.ts#acceptRoleAction";
  await callAction(helper, { action, page: `/o/offered/${offer.id}`, form: accepting });
  const held = "select person_id as id from event_roles where event_id = $1 and role = 'check_in'";
  const [row] = await sql(id, held, [eventId]);
  if (!row) throw new Error("the role at the event was not accepted");
  return { helperId: row.id };
}
