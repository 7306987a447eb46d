import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { inlineScripts, withoutNonces } from "./inline-scripts";
import { reactRuntime } from "./react-runtime";

const knowsNothing = () => false;
const hashOf = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const page = (...scripts: string[]) => scripts.map((text) => `<script>${text}</script>`).join("<p>x</p>");

describe("scripts that Next writes get a hash", () => {
  it.each([
    "(self.__next_f=self.__next_f||[]).push([0])",
    'self.__next_f.push([1,"1:\\"$Sreact.fragment\\"\\n"])',
    "(self.__next_f=self.__next_f||[]).push([0]);self.__next_f.push([2,null])",
    '(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push({"otherChunks":["a.js"],"runtimeModuleIds":[1]});',
    "requestAnimationFrame(function(){$RT=performance.now()});",
    '$RC("B:0","S:0")',
  ])("%s", (text) => {
    expect(inlineScripts(page(text), knowsNothing)).toEqual({ hashes: [hashOf(text)], strangers: [] });
  });
});

describe("a script that got in otherwise gets none, however it begins", () => {
  it.each([
    "alert(1)",
    "self.__next_f.push(alert(1))",
    "self.__next_f.push([0]);alert(1)",
    "self.__next_f.push([0]);self.__next_f.push(alert(1))",
    "self.__next_f.push([1,`\u0024{alert(1)}`])",
    "(self.__next_f=self.__next_f||[]).push([0]),alert(1)",
    '$RC("B:0","S:0");alert(1);$RC("B:0","S:0")',
    'alert(1);$RC("B:0","S:0")',
    '(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push({"a":alert(1)});',
    "requestAnimationFrame(function(){$RT=performance.now()});alert(1)",
  ])("%s", (text) => {
    const { hashes, strangers } = inlineScripts(page(text), knowsNothing);
    expect(hashes).toEqual([]);
    expect(strangers).toHaveLength(1);
  });
});

it("leaves files and data blocks out", () => {
  const html = '<script src="/a.js" async=""></script><script type="application/ld+json">{"a":1}</script>';
  expect(inlineScripts(html, knowsNothing)).toEqual({ hashes: [], strangers: [] });
});

it("knows the runtime of the React that is installed, and nothing that only looks like it", () => {
  const isReactRuntime = reactRuntime();
  const runtime = "$RX=function(b,c,d,e,f){var a=document.getElementById(b);";
  expect(isReactRuntime(runtime)).toBe(true);
  expect(isReactRuntime(`${runtime}alert(1)`)).toBe(false);
  expect(isReactRuntime("$RX=alert(1);")).toBe(false);
  expect(isReactRuntime("")).toBe(false);
});

it("takes nonces of an earlier rendering out of a cached page, and no text that only looks like one", () => {
  const html = '<script nonce="abc" src="/a.js"></script><p>script nonce="abc"</p>';
  expect(withoutNonces(html)).toBe('<script src="/a.js"></script><p>script nonce="abc"</p>');
});
