/**
 * The smallest tree that has one of everything and keeps every law. It serves the proof alone and is written to a
 * temporary folder, so the compiler and the tests of the product never see it.
 */
const sources = {
  "actions/registration.ts": `"use server";

import { currentActor } from "@/auth/session";
import { register } from "@/domain/registration/commands/register";

export async function registerAction() {
  return [register, await currentActor()];
}
`,
  "app/api/livekit/route.ts": `import { schedule } from "@/domain/matchmaking/commands/schedule";

export const POST = () => schedule;
`,
  "app/api/registrations/route.ts": `import { register } from "@/domain/registration/commands/register";

export const POST = () => register;
`,
  "app/events/[slug]/page.tsx": `import { RegisterForm } from "@/components/registration/register-form";
import { listRegistrations } from "@/domain/registration/queries";

export default function Page() {
  return [RegisterForm, listRegistrations];
}
`,
  "app/events/error.tsx": `"use client";

export default function EventError() {
  return null;
}
`,
  "auth/adapter.ts": `import "server-only";
import { DrizzleAdapter } from "@auth/drizzle-adapter";
import { db } from "@/db/client";

export const adapter = () => [DrizzleAdapter, db];
`,
  "auth/session.ts": `import "server-only";
import { getServerSession } from "next-auth";
import { actorOf } from "@/domain/people/queries";

export const currentActor = async () => actorOf(await getServerSession());
`,
  "bench/planner.ts": `import { solve } from "@/domain/matchmaking/internal/planner/solve";

console.log(solve());
`,
  "components/registration/register-form.tsx": `"use client";

import { registerAction } from "@/actions/registration";
import { Button } from "@/components/ui/button";
import type { RegistrationRow } from "@/db/schema/registration";
import { registerInput } from "@/domain/registration/schema";

export const RegisterForm = (props: { row?: RegistrationRow }) => {
  return [Button, registerAction, registerInput, props];
};
`,
  "components/room/stage.tsx": `"use client";

import { useConnection } from "@/realtime/hooks/use-connection";

export const Stage = () => useConnection();
`,
  "components/ui/button.tsx": `export const Button = () => null;
`,
  "db/client.ts": `import "server-only";
import { env } from "@/lib/env";

export const db = { env };
`,
  "db/schema/kernel.ts": `import { pgTable } from "drizzle-orm/pg-core";

export const outbox = pgTable("outbox", {});
`,
  "db/schema/matchmaking.ts": `import { pgTable } from "drizzle-orm/pg-core";

export const meetings = pgTable("meetings", {});
`,
  "db/schema/registration.ts": `import { pgTable } from "drizzle-orm/pg-core";

export const registrations = pgTable("registrations", {});
export type RegistrationRow = { id: string };
`,
  "db/testing/database.ts": `import { db } from "@/db/client";

export const testDatabase = () => [db, process.env.DATABASE_URL];
`,
  "domain/kernel/command.ts": `import { db } from "@/db/client";
import { outbox } from "@/db/schema/kernel";

export const defineCommand = (definition: unknown) => ({ definition, db, outbox });
`,
  "domain/matchmaking/commands/schedule.test.ts": `import { testDatabase } from "@/db/testing/database";
import { schedule } from "./schedule";

export const subject = [schedule, testDatabase];
`,
  "domain/matchmaking/commands/schedule.ts": `import { meetings } from "@/db/schema/matchmaking";
import { defineCommand } from "@/domain/kernel/command";
import { listRegistrations } from "@/domain/registration/queries";
import { solve } from "../internal/planner/solve";

export const schedule = defineCommand([meetings, solve, listRegistrations]);
`,
  "domain/matchmaking/internal/planner/solve.ts": `export const solve = () => 1;
`,
  "domain/people/queries.ts": `import "server-only";
import { db } from "@/db/client";

export const actorOf = (session: unknown) => [db, session];
`,
  "domain/policy.ts": `export const isOrganizer = (actor: { role: string }) => actor.role === "organizer";
`,
  "db/seed/cli.ts": `import { register } from "@/domain/registration/commands/register";

console.log(register);
`,
  "domain/programme/queries/seats.ts": `import "server-only";
import { registrations } from "@/db/schema/registration";

export const seats = () => registrations;
`,
  "domain/programme/queries.ts": `import "server-only";
import { db } from "@/db/client";

export const listEvents = () => db;
`,
  "domain/programme/rules.ts": `export const isOpen = (now: Date) => now > new Date(0);
`,
  "domain/registration/commands/register.test.ts": `import { register } from "./register";

export const subject = register;
`,
  "domain/registration/commands/register.ts": `import { registrations } from "@/db/schema/registration";
import { defineCommand } from "@/domain/kernel/command";
import { canRegister } from "../rules";
import { registerInput } from "../schema";

export const register = defineCommand([registrations, canRegister, registerInput]);
`,
  "domain/registration/events.ts": `import { z } from "zod";

export const registrationConfirmed = z.object({});
`,
  "domain/registration/queries.ts": `import "server-only";
import { db } from "@/db/client";
import { registrations } from "@/db/schema/registration";

export const listRegistrations = () => [db, registrations];
`,
  "domain/registration/rules.ts": `import { isOpen } from "@/domain/programme/rules";

export const canRegister = (now: Date) => isOpen(now);
`,
  "domain/registration/schema.ts": `import { z } from "zod";

export const registerInput = z.object({});
`,
  "e2e/tenant/inventory.ts": `export const inventory = [
  "actions/registration.ts#registerAction",
  "app/api/livekit/route.ts#POST",
  "app/api/registrations/route.ts#POST",
];
`,
  "jobs/registry.ts": `import { register } from "@/domain/registration/commands/register";
import { project } from "@/realtime/project";
import { publish } from "@/realtime/publish";

export const registry = [register, publish, project];
`,
  "lib/env.ts": `export const env = { DATABASE_URL: process.env.DATABASE_URL };
`,
  "lib/livekit/server.ts": `import "server-only";
import { AccessToken } from "livekit-server-sdk";

export const mint = () => new AccessToken("key", "value");
`,
  "lib/result.ts": `// Words in a comment are not code: as good as any.
export type Result<Value, Reason> = { ok: true; value: Value } | { ok: false; error: Reason };
`,
  "realtime/client/room-session.test.ts": `import { RoomSession } from "./room-session";
import { fakeRoom } from "./testing/fake-room";

export const subject = new RoomSession(fakeRoom);
`,
  "realtime/client/room-session.ts": `import { RoomEvent } from "livekit-client";
import { message } from "../protocol";

export class RoomSession {
  constructor(readonly room: unknown) {}
  readonly listensTo = [RoomEvent.DataReceived, message];
}
`,
  "realtime/client/testing/fake-room.ts": `export const fakeRoom = {};
`,
  "realtime/hooks/use-connection.ts": `"use client";

import { useRef } from "react";
import { RoomSession } from "../client/room-session";

export const useConnection = () => useRef(RoomSession);
`,
  "realtime/project.ts": `import { registrationConfirmed } from "@/domain/registration/events";
import { message } from "./protocol";

export const project = () => [registrationConfirmed, message];
`,
  "realtime/protocol.ts": `import { z } from "zod";

export const message = z.object({});
`,
  "realtime/publish.ts": `import "server-only";
import { mint } from "@/lib/livekit/server";
import { message } from "./protocol";

export const publish = () => [mint, message];
`,
  "scripts/serve/main.ts": `import { registry } from "@/jobs/registry";

console.log(registry, process.env.PORT);
`,
  "vitest.config.ts": `export default {};
`,
};

const dependencies = {
  "@auth/drizzle-adapter": "1.11.3",
  "@livekit/components-react": "2.9.24",
  "drizzle-orm": "0.45.4",
  "livekit-client": "2.23.0",
  "livekit-server-sdk": "2.19.2",
  next: "16.4.5",
  "next-auth": "4.24.15",
  react: "19.3.1",
  "server-only": "0.0.1",
  zod: "4.6.7",
};
const devDependencies = { esbuild: "0.28.2", typescript: "6.0.3" };

const locked = Object.entries({ ...dependencies, ...devDependencies }).map(([name, version]) => [
  `node_modules/${name}`,
  { version, integrity: "sha512-x" },
]);

const json = (value) => `${JSON.stringify(value, null, 2)}\n`;

/** Path → text of every file of the clean tree. */
export const fixture = {
  ...sources,
  "package.json": json({ name: "fixture", private: true, type: "module", dependencies, devDependencies }),
  "package-lock.json": json({
    name: "fixture",
    lockfileVersion: 3,
    packages: Object.fromEntries([["", { name: "fixture", dependencies, devDependencies }], ...locked]),
  }),
};
