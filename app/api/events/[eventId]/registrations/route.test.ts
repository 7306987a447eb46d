import { eq } from "drizzle-orm";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { flashFor } from "@/auth/flash";
import { db } from "@/db/client";
import { uploads } from "@/db/schema/registration-uploads";
import { guest } from "@/db/testing/actors";
import { aFileQuestion, anUpload, aQuestion } from "@/db/testing/forms";
import { aNetwork, anEvent, anEventRole, anOrganizer, aPerson, aRegistration } from "@/db/testing/makers";
import { cookiesFrom, filesPost, loginCookieOf, type Part } from "@/db/testing/requests";
import { uploadIn } from "@/domain/forms/labels";
import { type Definition, fieldOf, noLimits } from "@/domain/forms/rules";
import { cookiesIn } from "@/lib/cookies";
import { origin } from "@/lib/env";
import { zipOf } from "@/lib/storage/testing/archives";
import { registrationLink } from "@/lib/tokens";
import { GET as openLink } from "../../../../j/[token]/route";
import { POST as change } from "../../../registrations/[registrationId]/change/route";
import { GET as download } from "../../../uploads/[uploadId]/route";
import { POST } from "./route";

const PDF = "%PDF-1.7\n1 0 obj";
/** One byte for each letter, as the first bytes of a picture are. */
const latin = (text: string) => new Uint8Array(Buffer.from(text, "latin1"));
type Options = Parameters<typeof filesPost>[2];

async function scene(more: Partial<Definition> = {}) {
  const network = await aNetwork();
  const event = await anEvent({ network });
  const question = await aQuestion(event, { ...aFileQuestion, ...more });
  const field = fieldOf(question.id);
  const register = (fields: Record<string, string>, files: Part[], options?: Options) => {
    const said = {
      name: "Ada Beispiel",
      email: "ada@example.org",
      locale: "de",
      eventId: event.id,
      ...fields,
    };
    const parts = files.map((part): [string, Part] => [field, part]);
    const request = filesPost(`/api/events/${event.id}/registrations`, { fields: said, parts }, options);
    return POST(request, { params: Promise.resolve({ eventId: event.id }) });
  };
  const kept = () => db().select().from(uploads).where(eq(uploads.eventId, event.id));
  return { network, event, question, field, register, kept };
}

const get = (uploadId: string, cookie?: string) =>
  download(new Request(`${origin()}/api/uploads/${uploadId}`, { headers: cookie ? { cookie } : {} }), {
    params: Promise.resolve({ uploadId }),
  });

describe("a form that brings a file", () => {
  it("registers, and the file is the answer's", async () => {
    const { event, register, kept } = await scene({ required: true });
    const response = await register({}, [{ name: "../../Mein Plan.html", content: PDF }]);
    expect([response.status, await response.json()]).toEqual([
      200,
      { state: "confirmed", eventSlug: event.slug },
    ]);
    const [row] = await kept();
    expect(row).toMatchObject({
      fileName: "Mein Plan.pdf",
      fileType: "application/pdf",
      fileBytes: PDF.length,
    });
    expect(row?.registrationId).toMatch(/^reg_/);
  });

  it("that is refused for something else comes back with it, and needs none the second time", async () => {
    const { event, field, register, kept } = await scene({ required: true });
    const refused = await register({ email: "ada@nowhere" }, [{ name: "Plan.pdf", content: PDF }], {
      html: true,
    });
    expect(refused.headers.get("location")).toBe(`/e/${event.slug}/register`);
    const flash = await flashFor(guest, cookiesIn(cookiesFrom(refused)).get("flash"));
    const text = flash?.lists[field]?.[0] ?? flash?.entered[field] ?? "";
    const [row] = await kept();
    expect(uploadIn(text)).toEqual({ id: row?.id, name: "Plan.pdf" });
    expect(row?.registrationId).toBeNull();
    expect((await get(row?.id ?? "")).status, "nobody reads what is nobody's").toBe(404);
    const again = await register({ [field]: text }, [], { html: true });
    expect(again.headers.get("location")).toBe(`/e/${event.slug}/registered`);
    expect(await kept()).toMatchObject([{ id: row?.id, registrationId: expect.stringMatching(/^reg_/) }]);
  });

  it("says which field its file is wrong in, and keeps the others", async () => {
    const { field, register, kept } = await scene({ limits: { ...noLimits, max: 2 } });
    const two = [
      { name: "Plan.pdf", content: PDF },
      { name: "Programm.exe", content: "MZ\u0090" },
    ];
    const response = await register({}, two);
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ failure: { fields: { [field]: ["file_kind"] } } });
    expect(await kept()).toMatchObject([{ fileName: "Plan.pdf", registrationId: null }]);
  });
});

describe("S48: files that mean no good", () => {
  const bomb = zipOf([
    { name: "[Content_Types].xml" },
    { name: "word/document.xml" },
    { name: "word/a.xml", claimed: 2 ** 32 - 1 },
  ]);
  it.each([
    ["nothing", "leer.pdf", "", "file_blank"],
    [
      "a page that is called a document",
      "brief.pdf",
      "<!doctype html><script>alert(1)</script>",
      "file_kind",
    ],
    [
      "a page behind a picture's first bytes",
      "bild.png",
      latin("\u0089PNG\r\n\u001a\n<script>"),
      "picture_broken",
    ],
    ["a drawing with a script", "bild.svg", "<svg onload='x()'/>", "file_kind"],
    ["a program", "plan.pdf", "MZ\u0090\u0000", "file_kind"],
    ["an archive that would fill a disk", "plan.docx", new Uint8Array(bomb), "file_kind"],
    ["text where documents are asked for", "plan.pdf", "%PDF-".repeat(300_000), "file_over_limit"],
  ])("are not taken: %s", async (_what, name, content, problem) => {
    const { field, register, kept } = await scene({
      files: { kinds: ["pdf", "picture", "document"], megabytes: 1 },
    });
    const response = await register({}, [{ name, content }]);
    expect(await response.json()).toMatchObject({ failure: { fields: { [field]: [problem] } } });
    expect(await kept()).toEqual([]);
  });

  it("are not taken where another kind or fewer are asked for", async () => {
    const { field, register } = await scene({ files: { kinds: ["picture"], megabytes: null } });
    const pdf = { name: "bild.png", content: PDF };
    const problemOf = async (files: Part[]) =>
      (await (await register({}, files)).json()).failure?.fields?.[field];
    expect(await problemOf([pdf])).toEqual(["file_other_kind"]);
    expect(await problemOf([pdf, pdf])).toEqual(["too_many_files"]);
  });

  it("lose where a picture was taken", async () => {
    const { register, kept } = await scene();
    const plain = sharp({ create: { width: 8, height: 8, channels: 3, background: "#0a6f8f" } });
    const shot = await plain
      .withExif({ IFD3: { GPSLatitude: "48/1 8/1 0/1" } })
      .jpeg()
      .toBuffer();
    await register({}, [{ name: "Foto.jpg", content: new Uint8Array(shot) }]);
    const [row] = await kept();
    const owner = await loginCookieOf(await anOrganizer(await aNetwork()));
    expect(row?.fileType).toBe("image/jpeg");
    expect((await get(row?.id ?? "", owner)).status).toBe(404);
  });

  it("come from our own pages only, to events that ask for one", async () => {
    const { register, kept } = await scene();
    const pdf = { name: "a.pdf", content: PDF };
    expect((await register({}, [pdf], { from: "https://evil.test" })).status).toBe(403);
    expect(await kept()).toEqual([]);
    const silent = await anEvent();
    const unasked = POST(
      filesPost(`/api/events/${silent.id}/registrations`, {
        fields: { name: "Ada" },
        parts: [["q.que_abc123", pdf]],
      }),
      {
        params: Promise.resolve({ eventId: silent.id }),
      },
    );
    expect((await unasked).status).toBe(404);
    const over = await anEvent({ status: "ended" });
    await aQuestion(over, aFileQuestion);
    const late = POST(
      filesPost(`/api/events/${over.id}/registrations`, { fields: { name: "Ada" }, parts: [] }),
      {
        params: Promise.resolve({ eventId: over.id }),
      },
    );
    expect(await (await late).json()).toMatchObject({ failure: { reason: "event_over" } });
  });
});

describe("the file of an answer", () => {
  it.each([false, true])(
    "is given to its giver and to who may read the answer; confidential: %s",
    async (sensitive) => {
      const { network, event, question } = await scene({ sensitive });
      const holder = await aPerson();
      const registration = await aRegistration(event, { personId: holder.id });
      const { id } = await anUpload({ eventId: event.id, question, registration });
      const statusFor = async (person?: Parameters<typeof loginCookieOf>[0]) =>
        (await get(id, person && (await loginCookieOf(person)))).status;
      expect(await statusFor(holder)).toBe(200);
      expect(await statusFor(await anOrganizer(network))).toBe(200);
      expect(await statusFor(await anEventRole(event, "cohost"))).toBe(sensitive ? 404 : 200);
      expect(await statusFor(await anEventRole(event, "speaker"))).toBe(404);
      expect(await statusFor(await anOrganizer(await aNetwork()))).toBe(404);
      expect(await statusFor(await aPerson())).toBe(404);
      expect(await statusFor()).toBe(404);
    },
  );

  it("goes out as something to save, and to nothing else", async () => {
    const { network, event, question } = await scene();
    const registration = await aRegistration(event);
    const { id } = await anUpload({ eventId: event.id, question, registration });
    const file = await get(id, await loginCookieOf(await anOrganizer(network)));
    expect(await file.text()).toContain("Kanaria");
    expect(Object.fromEntries(file.headers)).toMatchObject({
      "content-type": "application/pdf",
      "content-disposition": expect.stringMatching(/^attachment; filename="Plan.pdf"/),
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    });
  });
});

describe("one's own page", () => {
  it("takes files, keeps them, and lets nobody else bring any", async () => {
    const { event, field, kept } = await scene();
    const registration = await aRegistration(event);
    const { id: registrationId } = registration;
    const link = new URL(await registrationLink(registrationId));
    const opened = await openLink(new Request(link), {
      params: Promise.resolve({ token: link.pathname.split("/").at(-1) ?? "" }),
    });
    const post = (cookie?: string) => {
      const parts: [string, Part][] = [[field, { name: "Plan.pdf", content: PDF }]];
      const path = `/api/registrations/${registrationId}/change`;
      const request = filesPost(
        path,
        { fields: { questions: "on", locale: "de" }, parts },
        cookie ? { cookie } : {},
      );
      return change(request, { params: Promise.resolve({ registrationId }) });
    };
    expect((await post()).status).toBe(404);
    expect(await kept()).toEqual([]);
    expect((await post(cookiesFrom(opened))).status).toBe(200);
    expect(await kept()).toMatchObject([{ registrationId, fileName: "Plan.pdf" }]);
  });
});
