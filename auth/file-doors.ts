import "server-only";
import { setLogo } from "@/domain/alliance/commands/set-logo";
import { findLogo, mayChangeLook } from "@/domain/alliance/queries/logo";
import { findEntryFile } from "@/domain/board/queries/entry";
import { resultResponse } from "@/domain/kernel/http";
import { addFile } from "@/domain/programme/commands/add-file";
import { setPicture } from "@/domain/programme/commands/set-picture";
import {
  eventOfSpeaker,
  findFile,
  findPicture,
  type GivenFile,
  mayEditEvent,
} from "@/domain/programme/queries/materials";
import { findUpload } from "@/domain/registration/queries/uploads";
import { href } from "@/lib/i18n/href";
import { localeOf } from "@/lib/i18n/locales";
import { ownPath } from "@/lib/own-path";
import type { Failure } from "@/lib/result";
import { cleaned, logo, portrait } from "@/lib/storage/cleaned";
import { attachment } from "@/lib/storage/file-type";
import { dropStored, readStored, storeFile } from "@/lib/storage/store";
import { now } from "@/lib/time/clock";
import { callOf, type Door, fileDoor, seeOther, wantsJson } from "./doors";
import { flashCookie, noFlash } from "./flash";
import { soundFile } from "./sound-file";

/** Back to the page that sent the form: with a word of success, or with what was typed and why not. */
async function back(door: Door, failure: Failure | undefined): Promise<Response> {
  const { request, actor, body } = door;
  const page = href(localeOf(body.locale), ownPath(body.back, "/o"));
  if (wantsJson(request))
    return resultResponse(failure ? { ok: false, failure } : { ok: true, value: { to: page } });
  if (failure) return seeOther(page, [await flashCookie({ actor, failure, body, page })]);
  return seeOther(`${page}?done=added`, noFlash(request));
}

/** A file for an event's materials. Fields: file, title, audience, afterEvent, sessionId, locale, back. */
export const materialUpload = fileDoor({
  turnAway: back,
  mayBring: ({ actor, params }) => mayEditEvent(actor, params.eventId),
  handle: async (door, file) => {
    const sound = await soundFile(file, cleaned);
    if (!sound.ok) return back(door, sound.failure);
    const { kind, bytes, name } = sound.value;
    const fileId = await storeFile(bytes);
    const { title, ...said } = door.body;
    const input = {
      ...said,
      // Whoever leaves the title empty means the name of the file.
      title: typeof title === "string" && title.trim() !== "" ? title : name.replace(/\.[a-z]+$/, ""),
      eventId: door.params.eventId,
      file: { fileId, fileType: kind.type, fileName: name, fileBytes: bytes.length },
    };
    const result = await addFile(callOf(door, input));
    if (!result.ok) await dropStored([fileId]);
    return back(door, result.ok ? undefined : result.failure);
  },
});

/** A face for a speaker. Fields: file, locale, back. */
export const pictureUpload = fileDoor({
  turnAway: back,
  mayBring: async ({ actor, params }) => (await eventOfSpeaker(actor, params.speakerId)) !== undefined,
  handle: async (door, file) => {
    const { speakerId } = door.params;
    const eventId = await eventOfSpeaker(door.actor, speakerId);
    const sound = await soundFile(file, portrait);
    if (!sound.ok) return back(door, sound.failure);
    const fileId = await storeFile(sound.value.bytes);
    const result = await setPicture(callOf(door, { eventId, speakerId, fileId }));
    if (!result.ok) await dropStored([fileId]);
    return back(door, result.ok ? undefined : result.failure);
  },
});

/** A logo for a network, or other words for the one it has. Fields: file, alt, locale, back. */
export const logoUpload = fileDoor({
  turnAway: back,
  mayBring: async ({ actor, params }) => mayChangeLook(actor, params.networkId),
  handle: async (door, file) => {
    const { networkId } = door.params;
    const { alt } = door.body;
    const has = (await findLogo(networkId)) !== undefined;
    const sound = file || !has ? await soundFile(file, logo) : undefined;
    if (sound && !sound.ok) return back(door, sound.failure);
    const fileId = sound && (await storeFile(sound.value.bytes));
    const result = await setLogo(callOf(door, { networkId, alt, fileId }));
    if (!result.ok && fileId) await dropStored([fileId]);
    return back(door, result.ok ? undefined : result.failure);
  },
});

/** A network's logo, for everybody: its page is public. */
export async function logoDownload({ params }: Door): Promise<Response | undefined> {
  const fileId = await findLogo(params.networkId);
  return fileId && givenOut({ fileId, type: "image/png", name: "logo.png" }, "public, max-age=86400");
}

/**
 * A speaker's face, for whoever sees the event. A page shows it all the same as a picture: only opened by itself it is
 * something to save.
 */
export async function pictureDownload({ actor, params }: Door): Promise<Response | undefined> {
  const fileId = await findPicture(actor, params.speakerId);
  return fileId && givenOut({ fileId, type: "image/webp", name: "bild.webp" }, "private, max-age=600");
}

/** The file of a material, for whom it is. */
export async function materialDownload({ actor, params }: Door): Promise<Response | undefined> {
  const file = await findFile(actor, params.materialId, now());
  return file && givenOut(file, "private, no-store");
}

/** The file of an answer, for whoever may read that answer. */
export async function uploadDownload({ actor, params }: Door): Promise<Response | undefined> {
  const file = await findUpload(actor, params.uploadId);
  return file && givenOut(file, "private, no-store");
}

/** A file of an entry of the board, for whoever may read the entry. */
export async function entryDownload({ actor, params }: Door): Promise<Response | undefined> {
  const file = await findEntryFile(actor, params.fileId);
  return file && givenOut(file, "private, no-store");
}

/**
 * Nothing of a stored file runs or shows in our name: it is saved, taken for nothing but what we say, and where a
 * browser would show it all the same, in a box without rights. Nobody on the way keeps a copy.
 */
async function givenOut({ fileId, type, name }: GivenFile, kept: string): Promise<Response | undefined> {
  const stored = await readStored(fileId);
  if (!stored) return undefined;
  return new Response(stored.body, {
    headers: {
      "content-type": type,
      "content-length": String(stored.bytes),
      "content-disposition": attachment(name),
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
      "cache-control": kept,
      "x-robots-tag": "noindex",
    },
  });
}
