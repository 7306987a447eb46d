/**
 * The import law. Every rule says why it exists. `npm run check` runs it over the tree, and
 * `scripts/prove-laws.mjs` breaks each rule once and expects exactly that rule to fire.
 */
const packages = (...names) => names.map((name) => `(^|node_modules/)${name}(/|$)`).join("|");

/** Code that needs the database, secrets or the room server: it must never reach a browser. */
const SERVER = [
  "^db/",
  "^auth/",
  "^jobs/",
  "^lib/(livekit|mail|net|pdf|storage|threads|logger|env)",
  "^lib/ics/reading/(own-calendar|read-apart|read-calendar)",
  "^domain/kernel/(?!(form|http)[.]ts$)",
  "^domain/[^/]+/(queries|commands/|internal/)",
  "^realtime/(publish|stream|hub|reactions|captions)",
].join("|");
const PURE =
  "^(domain/[^/]+/(rules|rules/[^/.]+|schema|schema/[^/.]+|events|labels)|domain/(policy|grants)|realtime/(protocol|room-api|audience-api|chat-api|state|project|timing|tiles|shortcuts))[.]ts$";
const BROWSER = "^(components|realtime/(hooks|client))/";
const REACT = packages("react", "react-dom");
const TEST = "[.]test[.]tsx?$";
/** A type vanishes before the code runs, so it carries nothing across a border. */
const VALUE = { dependencyTypesNot: ["type-only"] };

module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      severity: "error",
      comment: "Two files that need each other are one file.",
      from: {},
      to: { circular: true },
    },
    {
      name: "db-stands-below-domain",
      severity: "error",
      comment: "Tables know no rules. Only the demo seed and the support for tests use the domain.",
      from: { path: "^db/", pathNot: `^db/(seed|testing)/|${TEST}` },
      to: { path: "^domain/" },
    },
    {
      name: "nobody-imports-a-door",
      severity: "error",
      comment: "app/, jobs/, e2e/ and bench/ are leaves: they call, nothing calls them, not even each other.",
      from: { path: "^([^/]+)", pathNot: "^scripts/" },
      to: { path: "^(app|jobs|e2e|bench)/", pathNot: "^$1/" },
    },
    {
      name: "scripts-stay-outside",
      severity: "error",
      comment: "The product runs without the tools that start, check and serve it.",
      from: { path: "^(app|actions|auth|components|domain|db|realtime|jobs|lib)/" },
      to: { path: "^scripts/" },
    },
    {
      name: "domain-is-framework-free",
      severity: "error",
      comment: "A command runs the same from an action, a webhook, a job or a test.",
      from: { path: "^(domain|db)/" },
      to: {
        path: `^(actions|auth|components|realtime)/|${REACT}|${packages("next", "next-auth", "livekit-client", "@livekit/components-react")}`,
      },
    },
    {
      name: "rules-are-pure",
      severity: "error",
      comment: "Pure files load in a browser, and in a test without a database or an environment.",
      from: { path: PURE },
      to: {
        path: `${SERVER}|${packages("drizzle-orm", "livekit-server-sdk", "server-only", "pg")}`,
        reachable: true,
      },
    },
    {
      name: "browser-reaches-server-only-by-actions",
      severity: "error",
      comment: "Views, hooks and the room session call actions/ or HTTP, never the code behind them.",
      from: { path: BROWSER },
      to: { path: SERVER, ...VALUE },
    },
    {
      name: "room-session-knows-no-react",
      severity: "error",
      comment: "The connection outlives every render; React only looks at it (realtime/hooks).",
      from: { path: "^realtime/(client/|[^/]+[.]ts$)" },
      to: { path: `^(components|realtime/hooks)/|${REACT}|${packages("next", "@livekit/components-react")}` },
    },
    {
      name: "a-module-writes-only-its-own-tables",
      severity: "error",
      comment:
        "Other modules' rows change through their commands; reads that join them live in queries.ts or queries/.",
      from: { path: "^domain/([^/]+)/(commands|internal)/", pathNot: TEST },
      to: { path: "^db/schema/", pathNot: "^db/schema/($1|kernel)[-.]", ...VALUE },
    },
    {
      name: "internal-is-private",
      severity: "error",
      comment: "Use the module's queries, rules, schema, events or commands.",
      from: { path: "^domain/([^/]+)/" },
      to: { path: "^domain/[^/]+/internal/", pathNot: "^domain/$1/internal/" },
    },
    {
      name: "internal-is-private-outside-too",
      severity: "error",
      comment: "Only a bench may measure the inside of a module.",
      from: { pathNot: "^(domain|bench)/" },
      to: { path: "^domain/[^/]+/internal/" },
    },
    {
      name: "doors-never-touch-tables",
      severity: "error",
      comment: "Doors use queries and commands. next-auth's adapter is the one named exception.",
      from: { path: "^(app|actions|jobs|auth)/", pathNot: `^auth/adapter[.]ts$|${TEST}` },
      to: { path: `^db/|${packages("drizzle-orm", "pg")}`, ...VALUE },
    },
    {
      name: "ui-kit-knows-no-product",
      severity: "error",
      comment: "Could it ship in another product?",
      from: { path: "^components/ui/" },
      to: { path: "^(domain|actions|realtime|components/(?!ui/))" },
    },
    {
      name: "lib-is-the-bottom",
      severity: "error",
      comment: "What everybody stands on knows nobody above it.",
      from: { path: "^lib/" },
      to: { path: "^(actions|auth|components|domain|db|realtime)/" },
    },
    {
      name: "every-page-stays-light",
      severity: "error",
      comment: "These files are part of the JavaScript of every page or of every event's; a schema library would double what they weigh.",
      from: {
        path: "^(lib/(i18n/|id-kinds|hint-names)|app/.*error[.]tsx$|components/site/failed-view|domain/forms/(rules|labels))",
        pathNot: TEST,
      },
      to: { path: packages("zod"), reachable: true },
    },
    {
      name: "one-door-to-livekit-server",
      severity: "error",
      comment: "One importer per volatile vendor.",
      from: { pathNot: "^lib/livekit/" },
      to: { path: packages("livekit-server-sdk") },
    },
    {
      name: "one-door-to-next-auth",
      severity: "error",
      comment: "One importer per volatile vendor; only auth/ knows which version it is, and who else signs people in.",
      from: { pathNot: "^(auth|app/api/auth)/" },
      to: { path: packages("next-auth", "@auth/drizzle-adapter", "openid-client") },
    },
    {
      name: "one-door-to-pdf",
      severity: "error",
      comment: "Drawing takes seconds of processor time: it happens in the thread of lib/pdf, and nobody else loads what draws.",
      from: { pathNot: "^lib/pdf/" },
      to: { path: packages("@react-pdf/renderer") },
    },
    {
      name: "one-door-to-solvers",
      severity: "error",
      comment: "Solvers block for seconds: they run in the planner's thread, behind its own words for what they answer.",
      from: { pathNot: "^domain/matchmaking/internal/planner/" },
      to: { path: packages("highs", "z3-solver") },
    },
    {
      name: "one-door-to-ical",
      severity: "error",
      comment: "Files of strangers are read in a thread with a time and a size; beside it only tests read our own.",
      from: { pathNot: `^lib/ics/|^e2e/|${TEST}` },
      to: { path: packages("ical.js") },
    },
    {
      name: "one-door-to-plots",
      severity: "error",
      comment: "What draws the hosts' curve is large: it is loaded when one of them looks, and no room page has it.",
      from: { pathNot: "^components/room/numbers/" },
      to: { path: packages("recharts") },
    },
    {
      name: "plots-come-when-asked",
      severity: "error",
      comment: "The console loads its numbers as a part of its own; who imported them would have the plots from the first moment on.",
      from: { pathNot: "^components/room/numbers/" },
      to: { path: "^components/room/numbers/", dependencyTypesNot: ["dynamic-import"] },
    },
    {
      name: "tests-are-leaves",
      severity: "error",
      comment: "Fakes, test databases and tests stay out of the product.",
      from: { pathNot: `${TEST}|(^|/)testing/|^(e2e|bench|scripts)/|[.]config[.]ts$` },
      to: { path: `(^|/)testing/|${TEST}` },
    },
    {
      name: "product-needs-no-dev-package",
      severity: "error",
      comment: "An installation without development packages must run.",
      from: {
        path: "^(app|actions|auth|components|domain|db|realtime|jobs|lib)/",
        pathNot: `${TEST}|(^|/)testing/`,
      },
      to: { dependencyTypes: ["npm-dev"], ...VALUE },
    },
  ],
  required: [
    {
      name: "commands-go-through-the-kernel",
      severity: "error",
      comment: "defineCommand parses, authorises, opens the transaction and writes the audit row.",
      module: { path: "^domain/[^/]+/commands/[^/]+[.]ts$", pathNot: TEST },
      to: { path: "^domain/kernel/command[.]ts$" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".js", ".mjs", ".cjs", ".json", ".css"],
    },
  },
};
