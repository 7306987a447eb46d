import "server-only";
import { CODE_SECONDS } from "@/domain/people/rules";
import { setCookie } from "@/lib/cookies";
import type { Door } from "./doors";

const named = new WeakMap<Request, string>();

/** A random name of this browser, so that a code only works where it was asked for; and the cookie that keeps it. */
export function browserOf({ request, cookies }: Door): { name: string; cookie: string } {
  const held = cookies.get("browser");
  const name = (held && /^[\w-]{16,64}$/.test(held) ? held : named.get(request)) ?? crypto.randomUUID();
  named.set(request, name);
  return { name, cookie: setCookie("browser", name, CODE_SECONDS) };
}
