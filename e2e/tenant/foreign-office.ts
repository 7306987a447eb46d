import { z } from "zod";
import { sql } from "../fixtures/database";
import { callAction } from "../fixtures/server-actions";
import type { Visitor } from "../fixtures/visitor";
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
