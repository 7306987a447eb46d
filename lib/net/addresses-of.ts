import { Resolver } from "node:dns/promises";
import { isIP } from "node:net";

type Asked = { servers?: readonly string[]; ms?: number };

/**
 * All addresses of a host that somebody named, asked of the name servers themselves. `lookup` would hold one of the four
 * threads that also read every file, for as long as somebody's server keeps silent; and it knows the names of our own house.
 */
export async function addressesOf(host: string, { servers, ms = 2_000 }: Asked = {}): Promise<string[]> {
  if (isIP(host) !== 0) return [host];
  // A name without a dot is one of a house.
  if (!host.includes(".")) return [];
  const resolver = new Resolver({ timeout: ms, tries: 2 });
  if (servers) resolver.setServers(servers);
  const answers = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]);
  return answers.flatMap((answer) => (answer.status === "fulfilled" ? answer.value : []));
}
