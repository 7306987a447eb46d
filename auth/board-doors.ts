import "server-only";
import { addEntryFile } from "@/domain/board/commands/add-entry-file";
import { exportEntries } from "@/domain/board/commands/export-entries";
import { entriesFile } from "@/domain/board/queries/entries-file";
import { mayChangeEntry } from "@/domain/board/queries/entry";
import { resultResponse } from "@/domain/kernel/http";
import { href } from "@/lib/i18n/href";
import { localeOf } from "@/lib/i18n/locales";
import { currentRequestId } from "@/lib/logger";
import { ownPath } from "@/lib/own-path";
import type { Failure } from "@/lib/result";
import { cleaned } from "@/lib/storage/cleaned";
import { dropStored, storeFile } from "@/lib/storage/store";
import { listOf } from "./door-body";
import { callOf, type Door, fileDoor, seeOther, wantsJson } from "./doors";
import { listAnswer } from "./file-answers";
import { flashCookie, noFlash } from "./flash";
import { soundFile } from "./sound-file";

/** The page of ours that a form about the board leads back to, saying what was done. */
export function boardPage({ body }: Door, done?: string): string {
  const back = ownPath(body.back, "/s");
  const path = href(localeOf(body.locale), back);
  return done === undefined ? path : `${path}?done=${done}`;
}

/** What the form of an entry says. */
export const entrySaid = ({ body }: Door) => ({
  ...body,
  tags: listOf(body.tags),
  cooperation: listOf(body.cooperation),
});

/** The board that such a form belongs to. */
export function boardOf({ body }: Door): string {
  const slug = typeof body.seriesSlug === "string" ? encodeURIComponent(body.seriesSlug) : "";
  return href(localeOf(body.locale), `/s/${slug}/board`);
}

/** Where a form about one entry leads, done or refused. */
export const entryForm = (done: string) => ({
  done: (_value: unknown, door: Door) => ({ to: boardPage(door, done) }),
  refused: (door: Door) => boardPage(door),
});

async function back(door: Door, failure: Failure | undefined): Promise<Response> {
  const page = boardPage(door);
  const { request, actor, body } = door;
  if (wantsJson(request))
    return resultResponse(failure ? { ok: false, failure } : { ok: true, value: { to: page } });
  if (failure) return seeOther(page, [await flashCookie({ actor, failure, body, page })]);
  return seeOther(`${page}?done=added`, noFlash(request));
}

/** A file for an entry of the board. Fields: file, locale, back. */
export const entryUpload = fileDoor({
  turnAway: back,
  // Whoever takes part writes entries: the office keeps its own room.
  line: "strangers",
  mayBring: ({ actor, params }) => mayChangeEntry(actor, params.entryId),
  handle: async (door, file) => {
    const sound = await soundFile(file, cleaned);
    if (!sound.ok) return back(door, sound.failure);
    const { kind, bytes, name } = sound.value;
    const fileId = await storeFile(bytes);
    const stored = { fileId, fileType: kind.type, fileName: name, fileBytes: bytes.length };
    const result = await addEntryFile(callOf(door, { entryId: door.params.entryId, file: stored }));
    if (!result.ok) await dropStored([fileId]);
    return back(door, result.ok ? undefined : result.failure);
  },
});

/** The entries that an office answers for as a file; whoever may not have it goes back to the page. */
export async function entriesDownload(door: Door): Promise<Response> {
  const { actor, params, body } = door;
  const input = { networkId: params.networkId, format: body.format };
  // Without the browser's key of one intention: a repeat takes the list away once more, and must be written down again.
  const result = await exportEntries({ actor, input, requestId: currentRequestId() });
  const file = result.ok ? await entriesFile(actor, result.value) : undefined;
  return listAnswer(door, result, file);
}
