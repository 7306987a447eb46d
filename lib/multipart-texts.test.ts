import { afterEach, describe, expect, it, vi } from "vitest";
import { multipartTexts } from "./multipart-texts";

const LIMIT = 256 * 1024;
const HEAD_LIMIT = 8 * 1024;
afterEach(() => {
  vi.restoreAllMocks();
});

/** A form as the platform itself writes it, sent in pieces of this many bytes. */
async function passing(form: FormData, piece = 1_000_000) {
  const whole = new Request("http://localhost/", { method: "POST", body: form });
  const bytes = new Uint8Array(await whole.arrayBuffer());
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (let at = 0; at < bytes.length; at += piece) controller.enqueue(bytes.slice(at, at + piece));
      controller.close();
    },
  });
  const headers = { "content-type": whole.headers.get("content-type") ?? "" };
  const init = { method: "POST", headers, body, duplex: "half" };
  const passed = await multipartTexts(new Request("http://localhost/", init));
  return passed && { texts: [...passed.texts], files: [...passed.fileFields] };
}

function aForm() {
  const form = new FormData();
  form.append("name", "Änne Beispiel");
  form.append("empty", "");
  form.append("file", new File(["\r\n--not the mark\r\n".repeat(50)], 'a; name="x".pdf'));
  form.append("tick", "a");
  form.append("tick", "b\r\nc");
  return form;
}
const texts = [
  ["name", "Änne Beispiel"],
  ["empty", ""],
  ["tick", "a"],
  ["tick", "b\r\nc"],
];

describe("the texts of a form whose files pass by", () => {
  it.each([1, 2, 7, 64, 1_000_000])("are all there, sent in pieces of %d bytes", async (piece) => {
    expect(await passing(aForm(), piece)).toEqual({ texts, files: ["file"] });
  });

  it("are those before the file and behind it, however large it is", async () => {
    const form = new FormData();
    form.append("before", "1");
    form.append("file", new File([new Uint8Array(5_000_000)], "a.pdf"));
    form.append("behind", "2");
    expect((await passing(form, 65_536))?.texts).toEqual([
      ["before", "1"],
      ["behind", "2"],
    ]);
  });

  it("know an empty file field, as browsers post it, for no file", async () => {
    const part =
      'content-disposition: form-data; name="file"; filename=""\r\ncontent-type: application/octet-stream';
    const headers = { "content-type": "multipart/form-data; boundary=x" };
    const body = `--x\r\n${part}\r\n\r\n\r\n--x--\r\n`;
    const passed = await multipartTexts(new Request("http://localhost/", { method: "POST", headers, body }));
    expect([[...(passed?.texts ?? [])], [...(passed?.fileFields ?? [])]]).toEqual([[], []]);
  });

  it("end where they are longer than any of ours", async () => {
    const form = new FormData();
    form.append("first", "1");
    form.append("second", "x".repeat(2 * LIMIT));
    form.append("third", "3");
    expect((await passing(form, 65_536))?.texts).toEqual([["first", "1"]]);
  });

  /** A form whose second part has a head of about so many bytes. */
  const withHead = (bytes: number) => {
    const form = new FormData();
    form.append("first", "1");
    form.append("file", new File(["x"], `${"n".repeat(bytes)}.pdf`));
    form.append("third", "3");
    return form;
  };

  it("end before a part whose head is longer than any of ours, however small the pieces are", async () => {
    for (const piece of [1, 7, 1_000_000])
      expect(await passing(withHead(2 * HEAD_LIMIT), piece)).toEqual({ texts: [["first", "1"]], files: [] });
    const both = [
      ["first", "1"],
      ["third", "3"],
    ];
    expect(await passing(withHead(HEAD_LIMIT - 500), 1)).toEqual({ texts: both, files: ["file"] });
  });

  it("are searched once, not again from the start with each of many tiny pieces", async () => {
    const search = Buffer.prototype.indexOf;
    let looked = 0;
    vi.spyOn(Buffer.prototype, "indexOf").mockImplementation(function (this: Buffer, what, from) {
      looked += this.length - (typeof from === "number" ? from : 0);
      return Reflect.apply(search, this, [what, from]);
    });
    await passing(withHead(HEAD_LIMIT - 500), 1);
    // Each byte beside the few in which a mark may have begun; from the start it would be thousands for each.
    expect(looked).toBeLessThan(HEAD_LIMIT * 100);
    expect(looked).toBeGreaterThan(HEAD_LIMIT - 500);
  });

  it.each(["multipart/form-data", "application/json", "multipart/form-data; boundary="])(
    "are none in %s",
    async (type) => {
      const init = { method: "POST", headers: { "content-type": type }, body: "--x\r\n" };
      expect(await multipartTexts(new Request("http://localhost/", init))).toBeUndefined();
    },
  );

  it.each(["", "--x", "--x\r\n", '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\nhalf', "nothing"])(
    "are none in a form that is cut: %j",
    async (body) => {
      const headers = { "content-type": "multipart/form-data; boundary=x" };
      const passed = await multipartTexts(
        new Request("http://localhost/", { method: "POST", headers, body }),
      );
      expect([...(passed?.texts ?? [])]).toEqual([]);
    },
  );
});
