import { listOf } from "@/auth/board-doors";
import { type Door, formRoute } from "@/auth/doors";
import { postOfficeEntry } from "@/domain/board/commands/post-office-entry";
import { href } from "@/lib/i18n/href";
import { localeOf } from "@/lib/i18n/locales";

const slugOf = ({ body }: Door) =>
  typeof body.seriesSlug === "string" ? encodeURIComponent(body.seriesSlug) : "";

/** Puts an entry on the board in a network's name. */
export const POST = formRoute(postOfficeEntry, {
  input: ({ body, params }) => ({
    ...body,
    networkId: params.networkId,
    tags: listOf(body.tags),
    cooperation: listOf(body.cooperation),
  }),
  done: ({ entryId }, door) => ({
    to: href(localeOf(door.body.locale), `/s/${slugOf(door)}/board/${entryId}?done=posted`),
    json: { entryId },
  }),
  refused: (door) =>
    href(localeOf(door.body.locale), `/s/${slugOf(door)}/board/new?for=${door.params.networkId}`),
});
