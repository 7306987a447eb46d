import { parseArgs } from "node:util";
import { foundNetwork } from "@/domain/alliance/commands/found-network";
import type { Failure } from "@/lib/result";
import { slugOf } from "@/lib/slug";
import { ourselves, pageLink } from "./mails/parts";

const USAGE = `Say at least: --name "Cluster network" --owner owner@example.org
and if you like: --slug cluster-network --mark CN --colour #005d86 --contact office@example.org
  --alliance "Alliance of networks" (for the first network) --language de|en`;

const OPTIONS = {
  name: { type: "string" },
  owner: { type: "string" },
  slug: { type: "string" },
  mark: { type: "string" },
  colour: { type: "string" },
  contact: { type: "string" },
  alliance: { type: "string" },
  language: { type: "string" },
} as const;

/** Fields of the command as the command line calls them. */
const SAID: Record<string, string> = {
  ownerEmail: "owner",
  contactEmail: "contact",
  allianceName: "alliance",
  locale: "language",
};

const initials = (name: string) =>
  name
    .split(/[\s-]+/)
    .map((word) => word.charAt(0))
    .join("")
    .slice(0, 2)
    .toUpperCase();

function valuesOf(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, strict: true }).values;
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : error}\n${USAGE}`);
  }
}

function inputOf(args: readonly string[]) {
  const { name, owner, ...more } = valuesOf(args);
  if (!name || !owner) throw new Error(USAGE);
  return {
    name,
    ownerEmail: owner,
    slug: more.slug ?? slugOf(name),
    mark: more.mark ?? initials(name),
    colour: more.colour ?? ourselves().colour,
    contactEmail: more.contact ?? owner,
    allianceName: more.alliance ?? name,
    locale: more.language ?? "de",
  };
}

function problemOf({ reason, fields = {} }: Failure, slug: string): string {
  if (reason === "slug_taken") return `Another network has the address ${slug}. Say another one with --slug.`;
  if (reason === "rate_limited")
    return "Too many invitations of this network within an hour. Try again later.";
  const wrong = Object.entries(fields).map(
    ([field, whys]) => `--${SAID[field] ?? field}: ${whys?.join(", ")}`,
  );
  return wrong.length > 0 ? `${wrong.join("\n")}\n${USAGE}` : `refused: ${reason}`;
}

const OWNER = {
  offered: (email: string) => `${email} is invited as owner; the mail leaves as soon as the worker runs.`,
  invited: (email: string) => `${email} was invited as owner before; that invitation is still open.`,
  owner: (email: string) => `${email} is an owner already.`,
};

/** Founds a network and invites its owner, and says what there is now. A repeat changes nothing. */
export async function founded(args: readonly string[]): Promise<string> {
  const input = inputOf(args);
  const result = await foundNetwork({ actor: { type: "system", job: "operator" }, input });
  if (!result.ok) throw new Error(problemOf(result.failure, input.slug));
  const { isNew, owner, invitationId } = result.value;
  const page = `/n/${input.slug}`;
  const lines = [
    `${isNew ? "Made" : "Found"} the network “${input.name}” at ${pageLink("de", page)}`,
    OWNER[owner](input.ownerEmail.trim().toLowerCase()),
    ...(invitationId ? [`It can also be accepted at ${pageLink("de", `/o/offered/${invitationId}`)}`] : []),
  ];
  return `${lines.join("\n")}\n`;
}

/** The program of `npm run network`. */
export async function main(args: readonly string[]): Promise<void> {
  try {
    process.stdout.write(await founded(args));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 1;
  }
}
