import { listOf } from "@/auth/board-doors";
import { type Door, formRoute } from "@/auth/doors";
import { postEntry } from "@/domain/board/commands/post-entry";
import { href } from "@/lib/i18n/href";
import { localeOf } from "@/lib/i18n/locales";

const slugOf = ({ body }: Door) =>
  typeof body.seriesSlug === "string" ? encodeURIComponent(body.seriesSlug) : "";

/** Puts a person's own entry on the board of a series. */
export const POST = formRoute(postEntry, {
  input: ({ body }) => ({ ...body, tags: listOf(body.tags), cooperation: listOf(body.cooperation) }),
  done: ({ entryId }, door) => ({
    to: href(localeOf(door.body.locale), `/s/${slugOf(door)}/board/${entryId}?done=posted`),
    json: { entryId },
  }),
  refused: (door) => href(localeOf(door.body.locale), `/s/${slugOf(door)}/board/new`),
});
