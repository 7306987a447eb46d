import { patience } from "../fixtures/environment";
import { serverActions } from "../fixtures/server-actions";
import { expect, test } from "../fixtures/test";
import { Visitor } from "../fixtures/visitor";
import { moveEvent, planDraft } from "./planning-over-http";

const form = (parts: readonly (readonly [string, string])[]) => {
  const lines = parts.map(([name, value]) =>
    [`--x`, `Content-Disposition: form-data; name="${name}"`, "", value, ""].join("\r\n"),
  );
  return { type: "multipart/form-data; boundary=x", body: `${lines.join("")}--x--\r\n` };
};
const plain = (body: string) => ({ type: "text/plain;charset=UTF-8", body });

const payloads = {
  empty: plain(""),
  "no JSON": plain("x"),
  "5,000 levels": plain(`${"[".repeat(5_000)}${"]".repeat(5_000)}`),
  "a function of the server": form([
    ["0", '["$F1"]'],
    ["1", '{"id":"x","bound":null}'],
  ]),
  "a reference to itself": form([["0", '["$0","$Q0","$W0","$i0"]']]),
  "a chunk that never comes": form([["0", '["$@7","$K9"]']]),
  "a prototype": form([
    ["0", '[{"__proto__":{"admin":true},"constructor":"$1:__proto__:then"}]'],
    ["1", "{}"],
  ]),
};

test("S03: no random call of an action brings the app down", async () => {
  const [known] = serverActions().values();
  const stranger = new Visitor();
  for (const [what, raw] of Object.entries(payloads)) {
    for (const id of ["x", "0".repeat(42), known ?? ""]) {
      const headers = { "next-action": id, accept: "text/x-component" };
      const answer = await stranger.ask("/login", { method: "POST", headers, raw });
      const told = `${what} for ${id}: ${answer.text.slice(0, 200)}`;
      // Next answers a known action whose arguments it cannot read with an empty 200, and runs nothing.
      if (id !== known || answer.status !== 200) expect.soft(answer.status, told).toBeGreaterThanOrEqual(400);
      expect.soft(answer.status, told).toBeLessThan(500);
      expect.soft(answer.text, told).not.toContain('"status":"done"');
      expect(answer.text).not.toMatch(/node_modules|at \w+ \(/);
    }
  }
  expect((await stranger.ask("/healthz")).status).toBe(200);
});

test("S04: fifty huge or broken bodies at once are refused while others are answered", async () => {
  const huge = { type: "text/plain;charset=UTF-8", body: Buffer.alloc(10_000_000, "x") };
  const broken = { type: "application/json", body: Buffer.from('{"name":"\xff\xfe\xc3("}', "latin1") };
  const [id = ""] = serverActions().values();
  const headers = { "next-action": id, accept: "text/x-component" };
  const floods = Array.from({ length: 50 }, (_, index) =>
    index % 2 === 0
      ? new Visitor().ask("/login", { method: "POST", headers, raw: huge })
      : new Visitor().ask("/api/registrations", { headers: { accept: "application/json" }, raw: broken }),
  );
  const waits: number[] = [];
  const watch = async () => {
    const since = performance.now();
    expect((await new Visitor().ask("/healthz")).status).toBe(200);
    waits.push(performance.now() - since);
  };
  for (let turn = 0; turn < 20; turn++) await watch();
  const answers = await Promise.all(floods);
  expect(new Set(answers.map(({ status }, index) => `${index % 2} ${status}`))).toEqual(
    new Set(["0 413", "1 422"]),
  );
  expect(waits.sort((a, b) => a - b)[18], "p95 of the health probe in milliseconds").toBeLessThan(
    patience(1),
  );
});

test("S42: a title full of markup is text on every page that shows it", async ({ person }) => {
  const title = `</script><script>alert(1)</script><!-- ]]> \u2028 S42 ${Date.now().toString(36)}`;
  const organizer = await new Visitor().signInAs("organizer");
  const event = await planDraft(organizer, title);
  await moveEvent(organizer, event, "publish");
  const { slug } = event;

  const { page } = await person("Sam");
  const dialogs: string[] = [];
  page.on("dialog", (dialog) => {
    dialogs.push(dialog.message());
    return dialog.dismiss();
  });
  for (const path of [`/e/${slug}`, `/en/e/${slug}`, `/room/${slug}`]) {
    const { text } = await new Visitor().ask(path);
    expect(text, path).not.toContain("<script>alert(1)");
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("<script>alert(1)</script>");
  }
  expect(dialogs).toEqual([]);
});
