import { listOf } from "@/auth/board-doors";
import { type Door, formRoute } from "@/auth/doors";
import { changeEntry } from "@/domain/board/commands/change-entry";
import { href } from "@/lib/i18n/href";
import { localeOf } from "@/lib/i18n/locales";

const pageOf = ({ body, params }: Door) => {
  const slug = typeof body.seriesSlug === "string" ? encodeURIComponent(body.seriesSlug) : "";
  return href(localeOf(body.locale), `/s/${slug}/board/${params.entryId}`);
};

/** Writes an entry anew. */
export const POST = formRoute(changeEntry, {
  input: ({ body, params }) => ({
    ...body,
    entryId: params.entryId,
    tags: listOf(body.tags),
    cooperation: listOf(body.cooperation),
  }),
  done: (_value, door) => ({ to: `${pageOf(door)}?done=changed` }),
  refused: (door) => `${pageOf(door)}/edit`,
});
