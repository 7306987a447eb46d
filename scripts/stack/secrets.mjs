import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { writeWhole } from "./write-whole.mjs";

/** Random secrets of the demo, made once and kept in the data folder, so that a restart keeps people signed in. */
export function demoSecrets(data) {
  const file = join(data, "secrets.json");
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8"));
  const secrets = { AUTH_SECRET: randomBytes(32).toString("hex") };
  mkdirSync(data, { recursive: true });
  writeWhole(file, JSON.stringify(secrets), { mode: 0o600 });
  return secrets;
}

const OURS = /^(PLENUM_|LIVEKIT_|DATABASE_URL$|AUTH_SECRET$|SMTP_URL$|MAIL_FROM$|PORT$)/;

/** Keeps what the running stack was given, for commands that work on its data later. Holds secrets, hence the mode. */
export function rememberEnvironment(data, env) {
  const ours = Object.fromEntries(Object.entries(env).filter(([name]) => OURS.test(name)));
  writeWhole(join(data, "environment.json"), JSON.stringify(ours, null, 2), { mode: 0o600 });
}

/** What the last start of this data folder was given. */
export function rememberedEnvironment(data) {
  const file = join(data, "environment.json");
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}
