const KERNEL = `import { defineCommand } from "@/domain/kernel/command";\n`;
/** A command's test, so that a command that breaks one law does not also lack its test. */
const tested = (path) => ({ [path.replace(".ts", ".test.ts")]: "export const subject = 1;\n" });
const command = (path, imports, body) => ({
  [path]: `${imports}\nexport const x = defineCommand(${body});\n`,
  ...tested(path),
});

/** One way to break each import law: what is written over the clean tree, and the law that must answer. */
export const importViolations = [
  {
    law: "no-cycles",
    write: {
      "lib/one.ts": `import { two } from "./two";\n\nexport const one = () => two;\n`,
      "lib/two.ts": `import { one } from "./one";\n\nexport const two = () => one;\n`,
    },
  },
  {
    law: "modules-form-a-dag",
    write: {
      "domain/programme/labels.ts": `import { canRegister } from "@/domain/registration/rules";\n\nexport const z = canRegister;\n`,
    },
  },
  {
    law: "db-stands-below-domain",
    write: {
      "db/columns.ts": `import type { isOpen } from "@/domain/programme/rules";\n\nexport type X = typeof isOpen;\n`,
    },
  },
  {
    law: "nobody-imports-a-door",
    write: {
      "components/registration/x.tsx": `import Page from "@/app/events/[slug]/page";\n\nexport const X = Page;\n`,
    },
  },
  {
    law: "nobody-imports-a-door",
    title: "not even another door",
    write: { "app/x/page.ts": `import { registry } from "@/jobs/registry";\n\nexport const x = registry;\n` },
  },
  {
    law: "nobody-imports-a-door",
    title: "nor a bench",
    write: { "lib/x.ts": `import "@/bench/planner";\n` },
  },
  {
    law: "scripts-stay-outside",
    write: {
      "scripts/serve/x.ts": "export const x = 1;\n",
      "components/ui/x.ts": `import { x } from "@/scripts/serve/x";\n\nexport const y = x;\n`,
    },
  },
  {
    law: "domain-is-framework-free",
    write: command(
      "domain/registration/commands/x.ts",
      `import { revalidatePath } from "next/cache";\n${KERNEL}`,
      "revalidatePath",
    ),
  },
  {
    law: "domain-is-framework-free",
    title: "nor does it know the doors' wiring",
    write: {
      "domain/registration/labels.ts": `import type { Button } from "@/components/ui/button";\n\nexport type Label = typeof Button;\n`,
    },
  },
  {
    law: "rules-are-pure",
    write: {
      "domain/registration/labels.ts": `import { listRegistrations } from "./queries";\n\nexport const bad = listRegistrations;\n`,
    },
  },
  {
    law: "rules-are-pure",
    title: "through two other files",
    write: {
      "domain/kernel/form.ts": `import { step } from "./http";\n\nexport const first = step;\n`,
      "domain/kernel/http.ts": `import { listEvents } from "@/domain/programme/queries";\n\nexport const step = listEvents;\n`,
      "domain/people/rules.ts": `import { first } from "@/domain/kernel/form";\n\nexport const bad = first;\n`,
    },
  },
  {
    law: "rules-are-pure",
    title: "one of several files of rules",
    write: {
      "domain/registration/rules/seats.ts": `import { listRegistrations } from "../queries";\n\nexport const bad = listRegistrations;\n`,
    },
  },
  {
    law: "rules-are-pure",
    title: "one of several files of inputs",
    write: {
      "domain/registration/schema/seats.ts": `import { listRegistrations } from "../queries";\n\nexport const bad = listRegistrations;\n`,
    },
  },
  {
    law: "rules-are-pure",
    title: "the times of a room",
    write: { "realtime/timing.ts": `import { env } from "@/lib/env";\n\nexport const bad = env;\n` },
  },
  {
    law: "rules-are-pure",
    title: "the order of tiles",
    write: {
      "realtime/tiles.ts": `import { publish } from "./publish";\n\nexport const bad = publish;\n`,
    },
  },
  {
    law: "browser-reaches-server-only-by-actions",
    title: "a query in a view",
    write: {
      "components/room/x.tsx": `import { listEvents } from "@/domain/programme/queries";\n\nexport const X = listEvents;\n`,
    },
  },
  {
    law: "browser-reaches-server-only-by-actions",
    title: "a table in a view",
    write: {
      "components/room/x.tsx": `import { registrations } from "@/db/schema/registration";\n\nexport const X = registrations;\n`,
    },
  },
  {
    law: "browser-reaches-server-only-by-actions",
    title: "the environment in the room session",
    write: { "realtime/client/x.ts": `import { env } from "@/lib/env";\n\nexport const x = env;\n` },
  },
  {
    law: "browser-reaches-server-only-by-actions",
    title: "the hub in the room session",
    write: {
      "realtime/hub.ts": `import "server-only";\n\nexport const hub = 1;\n`,
      "realtime/client/x.ts": `import { hub } from "../hub";\n\nexport const x = hub;\n`,
    },
  },
  {
    law: "browser-reaches-server-only-by-actions",
    title: "the outbox in a view",
    write: {
      "domain/kernel/outbox.ts": `import { outbox } from "@/db/schema/kernel";\n\nexport const waiting = outbox;\n`,
      "components/room/x.tsx": `import { waiting } from "@/domain/kernel/outbox";\n\nexport const X = waiting;\n`,
    },
  },
  {
    law: "room-session-knows-no-react",
    write: { "realtime/client/x.ts": `import { useRef } from "react";\n\nexport const x = useRef;\n` },
  },
  {
    law: "room-session-knows-no-react",
    title: "nor the hooks above it",
    write: {
      "realtime/client/x.ts": `import { useConnection } from "../hooks/use-connection";\n\nexport const x = useConnection;\n`,
    },
  },
  {
    law: "a-module-writes-only-its-own-tables",
    write: command(
      "domain/matchmaking/commands/x.ts",
      `import { registrations } from "@/db/schema/registration";\n${KERNEL}`,
      "registrations",
    ),
  },
  {
    law: "internal-is-private",
    write: {
      "domain/people/rules.ts": `import { solve } from "@/domain/matchmaking/internal/planner/solve";\n\nexport const x = solve;\n`,
    },
    also: ["rules-are-pure"],
  },
  {
    law: "internal-is-private-outside-too",
    write: {
      "jobs/x.ts": `import { solve } from "@/domain/matchmaking/internal/planner/solve";\n\nexport const x = solve;\n`,
    },
  },
  {
    law: "doors-never-touch-tables",
    title: "the client in a page",
    write: { "app/x/page.ts": `import { db } from "@/db/client";\n\nexport const x = () => db;\n` },
  },
  {
    law: "doors-never-touch-tables",
    title: "drizzle in a job",
    write: { "jobs/x.ts": `import { eq } from "drizzle-orm";\n\nexport const x = eq;\n` },
  },
  {
    law: "doors-never-touch-tables",
    title: "in auth/ beside the adapter",
    write: {
      "auth/x.ts": `import "server-only";\nimport { db } from "@/db/client";\n\nexport const x = db;\n`,
    },
  },
  {
    law: "ui-kit-knows-no-product",
    write: {
      "components/ui/x.tsx": `import { canRegister } from "@/domain/registration/rules";\n\nexport const X = canRegister;\n`,
    },
  },
  {
    law: "lib-is-the-bottom",
    write: { "lib/x.ts": `import { Button } from "@/components/ui/button";\n\nexport const x = Button;\n` },
  },
  {
    law: "every-page-stays-light",
    write: {
      "lib/i18n/words.ts": `import { idOf } from "@/lib/ids";\n\nexport const x = idOf;\n`,
      "lib/ids.ts": `import { z } from "zod";\n\nexport const idOf = z;\n`,
    },
  },
  {
    law: "one-door-to-livekit-server",
    write: {
      "jobs/x.ts": `import { AccessToken } from "livekit-server-sdk";\n\nexport const x = AccessToken;\n`,
    },
  },
  {
    law: "one-door-to-next-auth",
    write: {
      "jobs/x.ts": `import { getServerSession } from "next-auth";\n\nexport const x = getServerSession;\n`,
    },
  },
  {
    law: "one-door-to-pdf",
    write: {
      "jobs/x.ts": `import { renderToBuffer } from "@react-pdf/renderer";\n\nexport const x = renderToBuffer;\n`,
    },
  },
  {
    law: "one-door-to-plots",
    write: { "components/desk/x.tsx": `export const x = () => import("recharts");\n` },
  },
  {
    law: "plots-come-when-asked",
    write: {
      "components/room/numbers/live-numbers.tsx": `export const LiveNumbers = "numbers";\n`,
      "components/room/x.tsx": `import { LiveNumbers } from "@/components/room/numbers/live-numbers";\nexport const x = LiveNumbers;\n`,
    },
  },
  {
    law: "one-door-to-solvers",
    write: { "jobs/x.ts": `export const x = () => import("z3-solver");\n` },
  },
  {
    law: "one-door-to-ical",
    write: { "jobs/x.ts": `import ICAL from "ical.js";\n\nexport const x = ICAL;\n` },
  },
  {
    law: "tests-are-leaves",
    write: {
      "jobs/x.ts": `import { fakeRoom } from "@/realtime/client/testing/fake-room";\n\nexport const x = fakeRoom;\n`,
    },
  },
  {
    law: "tests-are-leaves",
    title: "nobody imports a test",
    write: {
      "jobs/x.ts": `import { subject } from "@/domain/registration/commands/register.test";\n\nexport const x = subject;\n`,
    },
  },
  {
    law: "product-needs-no-dev-package",
    write: { "lib/x.ts": `import { build } from "esbuild";\n\nexport const x = build;\n` },
  },
  {
    law: "commands-go-through-the-kernel",
    write: {
      "domain/registration/commands/x.ts": "export const x = async () => 1;\n",
      ...tested("domain/registration/commands/x.ts"),
    },
  },
  {
    law: "every-file-was-read",
    title: "as if a parser had passed over one",
    claim: ["lib/unread.ts"],
  },
];
