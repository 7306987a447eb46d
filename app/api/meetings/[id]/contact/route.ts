import { formRoute, jsonQuery } from "@/auth/doors";
import { talksPage } from "@/auth/talk-doors";
import { shareContact } from "@/domain/matchmaking/commands/share-contact";
import { contactsOf } from "@/domain/matchmaking/queries/contacts";
import { idOf } from "@/lib/ids";
import { vcardResponse } from "@/lib/vcard/response";

/** The addresses of the others as vCards: of each who exchanges them, once the reader does as well. */
export const GET = jsonQuery(async ({ params, actor }) => {
  const id = idOf("meeting").safeParse(params.id);
  return vcardResponse(id.success ? await contactsOf(actor, id.data) : []);
});

/** Gives one's address to the others, or takes that back. */
export const POST = formRoute(shareContact, {
  input: ({ params, body }) => ({ meetingId: params.id, share: body.share }),
  done: (value, door) => ({
    to: talksPage(door, value.share === "yes" ? "shared" : "unshared"),
    json: value,
  }),
  refused: (door) => talksPage(door),
});
