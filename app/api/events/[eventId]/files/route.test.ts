import { readdir } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { materials, speakers } from "@/db/schema/programme";
import { aNetwork, anEvent, anOrganizer, aPerson } from "@/db/testing/makers";
import { loginCookieOf } from "@/db/testing/requests";
import { env, origin } from "@/lib/env";
import { MOST_FILE_BYTES } from "@/lib/file-limits";
import { zipOf } from "@/lib/storage/testing/archives";
import { GET as download } from "../../../materials/[materialId]/route";
import { POST } from "./route";

const PDF = "%PDF-1.7\n1 0 obj";
type Upload = { content: string | Uint8Array<ArrayBuffer>; name?: string; from?: string; fields?: object };

/** An event, and the browsers of its organizer and of somebody else. */
async function scene() {
  const network = await aNetwork();
  const event = await anEvent({ network });
  const organizer = await loginCookieOf(await anOrganizer(network));
  const stranger = await loginCookieOf(await aPerson());
  const upload = (cookie: string, { content, name = "a.pdf", from = origin(), fields = {} }: Upload) => {
    const form = new FormData();
    for (const [field, value] of Object.entries({
      audience: "everyone",
      back: "/o/x/e/y/materials",
      ...fields,
    }))
      form.set(field, String(value));
    form.set("file", new File([content], name));
    const headers = { cookie, origin: from, accept: "application/json" };
    const request = new Request(`${origin()}/api/events/${event.id}/files`, {
      method: "POST",
      headers,
      body: form,
    });
    return POST(request, { params: Promise.resolve({ eventId: event.id }) });
  };
  return { event, organizer, stranger, upload };
}

const get = (materialId: string) =>
  download(new Request(`${origin()}/api/materials/${materialId}`), {
    params: Promise.resolve({ materialId }),
  });
const stored = () => readdir(join(env().PLENUM_DATA, "files")).catch(() => []);

beforeEach(async () => {
  await db().delete(materials);
  await db().delete(speakers);
});

describe("a file that is brought", () => {
  it("is given out by its content as something to save, and to nothing else", async () => {
    const { organizer, upload } = await scene();
    const response = await upload(organizer, { content: PDF, name: "../../Über uns.html" });
    expect([response.status, await response.json()]).toEqual([200, { to: "/o/x/e/y/materials" }]);
    const [row] = await db().select().from(materials);
    expect(row).toMatchObject({ title: "Über uns", fileName: "Über uns.pdf", fileType: "application/pdf" });
    expect(await stored()).toContain(row?.fileId);
    const file = await get(row?.id ?? "");
    expect(await file.text()).toBe(PDF);
    expect(Object.fromEntries(file.headers)).toMatchObject({
      "content-type": "application/pdf",
      "content-disposition": expect.stringMatching(/^attachment; filename="Uber uns.pdf"; filename\*=/),
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    });
  });

  it("leads back to the page of its form, in the language of that page", async () => {
    const { organizer, upload } = await scene();
    const response = await upload(organizer, { content: PDF, fields: { locale: "en" } });
    expect(await response.json()).toEqual({ to: "/en/o/x/e/y/materials" });
  });

  it("S48: has lost where a picture was taken", async () => {
    const { organizer, upload } = await scene();
    const shot = await sharp({ create: { width: 40, height: 30, channels: 3, background: "#123456" } })
      .withExif({ IFD3: { GPSLatitudeRef: "N", GPSLatitude: "48/1 8/1 0/1" } })
      .jpeg()
      .toBuffer();
    await upload(organizer, { content: Uint8Array.from(shot), name: "saal.jpg" });
    const [row] = await db().select().from(materials);
    const given = Buffer.from(await (await get(row?.id ?? "")).arrayBuffer());
    expect(await sharp(given).metadata()).toMatchObject({ width: 40, height: 30 });
    expect((await sharp(given).metadata()).exif).toBeUndefined();
  });

  it.each([
    ["file_blank", "", "leer.pdf"],
    ["file_kind", "<!doctype html><script>alert(1)</script>", "bild.png"],
    ["file_kind", "<svg onload='alert(1)'/>", "bild.svg"],
    ["file_kind", "MZ\u0090", "plan.pdf.exe"],
    ["picture_broken", "\u0089PNG\r\n\u001a\n<script>", "bild.png"],
    ["file_too_large", `%PDF-${"x".repeat(MOST_FILE_BYTES)}`, "viel.pdf"],
  ])("S48: is refused as %s, and nothing of it stays", async (key, content, name) => {
    const { organizer, upload } = await scene();
    const before = await stored();
    const bytes = Uint8Array.from(Buffer.from(content, "latin1"));
    const response = await upload(organizer, { content: bytes, name });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ failure: { fields: { file: [key] } } });
    expect(await stored()).toEqual(before);
    expect(await db().$count(materials)).toBe(0);
  });

  it("S48: is refused with fifty megapixels in few bytes, and as an archive that would fill a disk", {
    timeout: 60_000,
  }, async () => {
    const { organizer, upload } = await scene();
    const before = await stored();
    const blank = { width: 10_000, height: 5_000, channels: 3, background: "#123456" } as const;
    const huge = await sharp({ create: blank, limitInputPixels: false }).png().toBuffer();
    const bomb = zipOf([
      { name: "[Content_Types].xml" },
      { name: "word/document.xml" },
      { name: "word/a.xml", claimed: 2 ** 32 - 1 },
    ]);
    for (const [name, content, key] of [
      ["saal.png", Uint8Array.from(huge), "picture_broken"],
      ["plan.docx", Uint8Array.from(bomb), "file_kind"],
    ] as const) {
      const response = await upload(organizer, { content, name });
      expect(await response.json(), name).toMatchObject({ failure: { fields: { file: [key] } } });
    }
    expect(await stored()).toEqual(before);
    expect(await db().$count(materials)).toBe(0);
  });

  it("leaves nothing on the disk when the form is refused", async () => {
    const { organizer, upload } = await scene();
    const before = await stored();
    const response = await upload(organizer, { content: PDF, fields: { title: "x".repeat(200) } });
    expect(response.status).toBe(422);
    expect(await stored()).toEqual(before);
  });

  it("comes from our own pages, and from those who may change the event", async () => {
    const { organizer, stranger, upload } = await scene();
    const before = await stored();
    expect((await upload(organizer, { content: PDF, from: "https://evil.test" })).status).toBe(403);
    for (const cookie of [stranger, ""]) expect((await upload(cookie, { content: PDF })).status).toBe(404);
    expect(await stored()).toEqual(before);
    expect(await db().$count(materials)).toBe(0);
  });

  it("can't name a file that is already there", async () => {
    const { organizer, upload } = await scene();
    const fields = { file: "fil_000000000000000000000000", "file.fileId": "fil_000000000000000000000000" };
    await upload(organizer, { content: PDF, fields });
    const [row] = await db().select().from(materials);
    expect(await stored()).toContain(row?.fileId);
  });
});
