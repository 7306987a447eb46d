import { formRoute, jsonQuery } from "@/auth/doors";
import { talksPage } from "@/auth/talk-doors";
import { shareContact } from "@/domain/matchmaking/commands/share-contact";
import { contactOf } from "@/domain/matchmaking/queries/contacts";
import { idOf } from "@/lib/ids";
import { vcardResponse } from "@/lib/vcard/response";

/** The other side's address as a vCard, once both have said that they exchange them. */
export const GET = jsonQuery(async ({ params, actor }) => {
  const id = idOf("meeting").safeParse(params.id);
  return vcardResponse(id.success ? await contactOf(actor, id.data) : undefined);
});

/** Gives one's address to the other side, or takes that back. */
export const POST = formRoute(shareContact, {
  input: ({ params, body }) => ({ meetingId: params.id, share: body.share }),
  done: (value, door) => ({
    to: talksPage(door, value.share === "yes" ? "shared" : "unshared"),
    json: value,
  }),
  refused: (door) => talksPage(door),
});
