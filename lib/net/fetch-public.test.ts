import { createServer, type RequestListener } from "node:http";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addressesOf } from "./addresses-of";
import { fetchableAddress, fetchPublic } from "./fetch-public";
import { isPublicAddress } from "./public-address";

const limits = { bytes: 10_000, ms: 2_000, redirects: 3 };
let port = "";
let answer: RequestListener = (_request, response) => response.end();
let connections = 0;
const server = createServer((request, response) => answer(request, response));
server.on("connection", () => {
  connections += 1;
});

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  port = String(typeof address === "object" && address ? address.port : 0);
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** The internet of these tests: one name, which is our own server, and everything else is forbidden. */
const ports = () => ({
  resolve: async (host: string) => (host === "calendar.example.org" ? ["127.0.0.1"] : [host]),
  isAllowed: (address: string) => address === "127.0.0.1",
  ports: [port, "", "80", "443"],
});
const fetchIt = (path = "/", more: Partial<typeof limits> = {}) =>
  fetchPublic(`http://calendar.example.org:${port}${path}`, { ...limits, ...more }, ports());

describe("S46: an address inside", () => {
  it.each([
    ...["http://127.0.0.1/", "http://localhost/", "http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://0/"],
    ...["http://2130706433/", "http://0x7f.1/", "http://169.254.169.254/latest/", "http://192.168.0.1/"],
    ...["http://10.0.0.1/", "http://[fe80::1]/", "http://[fd00::1]/", "http://172.20.1.1/"],
    ...[
      "file:///etc/passwd",
      "gopher://example.org/",
      "ftp://example.org/",
      "javascript:alert(1)",
      "",
      "a".repeat(3_000),
    ],
    ...["http://user@example.org/", "http://user:word@example.org/", "http://example.org:5432/"],
  ])("%s is refused", async (address) => {
    expect(await fetchPublic(address, limits)).toEqual({ ok: false, reason: "address_refused" });
  });

  // The names above lead nowhere where no network is: what is asked here is how an address is written.
  it.each([
    ...["file:///etc/passwd", "gopher://example.org/", "ftp://example.org/", "javascript:alert(1)", ""],
    ...["http://user@example.org/", "http://user:word@example.org/", "http://example.org:5432/"],
    `http://example.org/${"a".repeat(3_000)}`,
  ])("%s is refused before any name is looked up", (address) => {
    expect(fetchableAddress(address)).toBeUndefined();
    expect(fetchableAddress("webcal://example.org/a.ics")?.href).toBe("https://example.org/a.ics");
  });

  it("is not connected to, whatever name leads there", async () => {
    const before = connections;
    const asked = [
      `http://127.0.0.1:${port}/`,
      `http://localhost:${port}/`,
      `http://rebound.example.org:${port}/`,
    ];
    const inside = {
      ...ports(),
      resolve: async () => ["93.184.215.14", "127.0.0.1"],
      isAllowed: (address: string) => address !== "127.0.0.1",
    };
    for (const address of asked) {
      expect(await fetchPublic(address, limits, inside)).toEqual({ ok: false, reason: "address_refused" });
    }
    expect(connections).toBe(before);
  });

  it.each([
    ...[
      "127.0.0.1",
      "localhost",
      "[::1]",
      "[::ffff:127.0.0.1]",
      "[::ffff:7f00:1]",
      "0",
      "0.0.0.0",
      "2130706433",
    ],
    ...["0x7f.1", "0177.0.0.1", "127.1", "127.255.255.254", "localhost.", "LOCALHOST"],
  ])("%s is not even knocked at, where our own port is one that may be asked", async (host) => {
    const before = connections;
    const open = { resolve: addressesOf, isAllowed: isPublicAddress, ports: [port, "", "80", "443"] };
    for (const scheme of ["http", "https", "webcal"])
      expect(await fetchPublic(`${scheme}://${host}:${port}/`, limits, open)).toEqual({
        ok: false,
        reason: "address_refused",
      });
    expect(connections).toBe(before);
  });

  it("nor when a redirect leads there", async () => {
    answer = (_request, response) => response.writeHead(302, { location: "http://169.254.169.254/" }).end();
    expect(await fetchIt()).toEqual({ ok: false, reason: "address_refused" });
    answer = (_request, response) => response.writeHead(302, { location: "file:///etc/passwd" }).end();
    expect(await fetchIt()).toEqual({ ok: false, reason: "address_refused" });
  });
});

describe("S47: an answer", () => {
  it("comes back as it is, after at most three redirects", async () => {
    answer = ({ url }, response) => {
      const left = Number(url?.slice(1));
      if (left > 0) response.writeHead(302, { location: `/${left - 1}` }).end();
      else response.writeHead(200, { "content-type": "text/calendar" }).end("BEGIN:VCALENDAR");
    };
    expect(await fetchIt("/3")).toMatchObject({ ok: true, type: "text/calendar" });
    expect(await fetchIt("/4")).toEqual({ ok: false, reason: "unreachable" });
  });

  it("that has no end stops at the size, whether it names one or not", async () => {
    answer = (_request, response) => {
      response.writeHead(200, { "content-type": "text/calendar" });
      const more = () => {
        if (response.write("x".repeat(4_000))) setImmediate(more);
        else response.once("drain", more);
      };
      more();
    };
    expect(await fetchIt()).toEqual({ ok: false, reason: "too_large" });
    answer = (_request, response) => response.writeHead(200, { "content-length": "5000000000" }).end();
    expect(await fetchIt()).toEqual({ ok: false, reason: "too_large" });
  });

  it("that drips stops at the time, however steadily a byte comes", async () => {
    let drops = 0;
    answer = (_request, response) => {
      response.writeHead(200);
      const drip = setInterval(() => {
        drops += 1;
        response.write("B");
      }, 10);
      response.once("close", () => clearInterval(drip));
    };
    const startedAt = performance.now();
    expect(await fetchIt("/", { ms: 200 })).toEqual({ ok: false, reason: "too_slow" });
    expect(performance.now() - startedAt).toBeLessThan(1_500);
    expect(drops).toBeGreaterThan(0);
  });

  it("that never begins stops at the time as well", async () => {
    answer = () => undefined;
    expect(await fetchIt("/", { ms: 150 })).toEqual({ ok: false, reason: "too_slow" });
  });

  it("that leads on a hundred times is not followed beyond the third", async () => {
    let asked = 0;
    answer = (_request, response) => {
      asked += 1;
      response.writeHead(302, { location: `/${100 - asked}` }).end();
    };
    expect(await fetchIt("/100")).toEqual({ ok: false, reason: "unreachable" });
    expect(asked).toBe(4);
  });

  it("that is packed is not unpacked", async () => {
    answer = (_request, response) =>
      response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync("x".repeat(1_000_000)));
    expect(await fetchIt()).toEqual({ ok: false, reason: "unreachable" });
  });

  it.each([401, 404, 500])("of %s is none", async (status) => {
    answer = (_request, response) => response.writeHead(status).end("no");
    expect(await fetchIt()).toEqual({ ok: false, reason: "unreachable" });
  });
});
