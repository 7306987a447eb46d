import { readdir } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { anOrganizer, aPerson } from "@/db/testing/makers";
import { anOffice } from "@/db/testing/office";
import { cookiesFrom, loginCookieOf } from "@/db/testing/requests";
import { findNetwork } from "@/domain/alliance/queries";
import { env, origin } from "@/lib/env";
import { GET, POST } from "./route";

type Brought = { content?: Uint8Array<ArrayBuffer>; name?: string; from?: string; json?: boolean };

const picture = async () =>
  new Uint8Array(
    await sharp({ create: { width: 300, height: 100, channels: 3, background: "#0a6f8f" } })
      .jpeg()
      .toBuffer(),
  );
const stored = () => readdir(join(env().PLENUM_DATA, "files")).catch(() => []);

/** A network, and the browsers of its owner, its organizer and somebody else. */
async function scene() {
  const { network, person } = await anOffice();
  const params = { params: Promise.resolve({ networkId: network.id }) };
  const bring = (cookie: string, { content, name = "logo.jpg", from = origin(), json }: Brought) => {
    const form = new FormData();
    for (const [field, value] of [
      ["alt", "Ein Zahnrad"],
      ["locale", "de"],
      ["back", "/o/x/office/look"],
    ] as const)
      form.set(field, value);
    form.set("file", new File(content ? [content] : [], content ? name : ""));
    const headers = { cookie, origin: from, ...(json ? { accept: "application/json" } : {}) };
    const address = `${origin()}/api/networks/${network.id}/logo`;
    return POST(new Request(address, { method: "POST", headers, body: form }), params);
  };
  const get = () => GET(new Request(`${origin()}/api/networks/${network.id}/logo`), params);
  const owner = await loginCookieOf(person);
  const strangers = [await loginCookieOf(await anOrganizer(network)), await loginCookieOf(await aPerson())];
  return { network, owner, strangers, bring, get };
}

describe("a network's logo", () => {
  it("is brought by a plain form, drawn anew, and given to everybody as a picture that can do nothing", async () => {
    const { network, owner, bring, get } = await scene();
    expect((await get()).status).toBe(404);
    const answer = await bring(owner, { content: await picture() });
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/o/x/office/look?done=added"]);
    const file = await get();
    expect(Object.fromEntries(file.headers)).toMatchObject({
      "content-type": "image/png",
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
      "cache-control": "public, max-age=86400",
    });
    expect(await sharp(await file.arrayBuffer()).metadata()).toMatchObject({ format: "png", width: 300 });
    expect((await bring(owner, { json: true })).status, "other words without another picture").toBe(200);
    expect(await findNetwork(network.id)).toMatchObject({ logoAlt: "Ein Zahnrad" });
  });

  it("is refused when it is a program, no picture or none at all, and says so on the page", async () => {
    const { network, owner, bring } = await scene();
    const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
    const pdf = new TextEncoder().encode("%PDF-1.7");
    const cut = (await picture()).slice(0, 200);
    const before = await stored();
    const refused = async (brought: Brought) => {
      const answer = await bring(owner, { ...brought, json: true });
      return [answer.status, (await answer.json()).failure.fields.file[0]];
    };
    expect(await refused({ content: svg, name: "logo.png" })).toEqual([422, "file_kind"]);
    expect(await refused({ content: pdf })).toEqual([422, "picture_broken"]);
    expect(await refused({ content: cut })).toEqual([422, "picture_broken"]);
    expect(await refused({})).toEqual([422, "file_needed"]);
    const form = await bring(owner, { content: svg });
    expect([form.status, form.headers.get("location")]).toEqual([303, "/o/x/office/look"]);
    expect(cookiesFrom(form)).toContain("plenum-flash=");
    expect(await stored(), "nothing of it stays").toEqual(before);
    expect(await findNetwork(network.id)).toMatchObject({ logoId: null });
  });

  it("is taken from its owner's own pages alone, before a byte is read", async () => {
    const { network, owner, strangers, bring } = await scene();
    const content = await picture();
    for (const cookie of [...strangers, ""])
      expect((await bring(cookie, { content, json: true })).status).toBe(404);
    expect((await bring(owner, { content, from: "https://evil.test" })).status).toBe(403);
    expect(await findNetwork(network.id)).toMatchObject({ logoId: null });
  });
});
