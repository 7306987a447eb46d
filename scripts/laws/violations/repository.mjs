const edit = (change) => (text) => {
  const value = JSON.parse(text);
  change(value);
  return `${JSON.stringify(value, null, 2)}\n`;
};
const inLock = (path, entry) => ({
  "package-lock.json": edit((lock) => {
    lock.packages[`node_modules/${path}`] = { ...lock.packages[`node_modules/${path}`], ...entry };
  }),
});

/** One way to break each law about the repository as a whole. */
export const repositoryViolations = [
  { law: "no-file-is-long", write: { "app/theme.css": "a {\n}\n".repeat(151) } },
  { law: "no-machine-paths", write: { "docs/x.md": "Found in /home/somebody/plenum/lib.\n" } },
  { law: "no-registry-hosts", write: { "docs/x.md": "Fetched from https://registry.example.org/next.\n" } },
  { law: "no-secrets", write: { "docs/x.md": `AKIA${"A".repeat(16)}\n` } },
  {
    law: "documents-link-to-what-exists",
    write: { "docs/x.md": "# Here\n\nSee [this](#here) and [what is gone](gone.md).\n" },
  },
  {
    law: "documents-link-to-what-exists",
    title: "also a heading of another page",
    write: { "docs/x.md": "# Here\n", "docs/y.md": "See [x](x.md#here) and [y](x.md#there).\n" },
  },
  {
    law: "readme-names-every-script",
    write: { "README.md": "`npm run build:all` builds.\n" },
    change: {
      "package.json": edit((manifest) => {
        manifest.scripts = { "build:all": "x", build: "x" };
      }),
    },
  },
  {
    law: "compiler-stays-strict",
    change: { "tsconfig.json": edit((config) => delete config.compilerOptions.noUncheckedIndexedAccess) },
  },
  {
    law: "lock-names-no-registry",
    change: inLock("zod", { resolved: "https://packages.example.org/zod.tgz" }),
  },
  { law: "lock-has-integrity", change: inLock("zod", { integrity: undefined }) },
  {
    law: "versions-reach-their-floors",
    change: inLock("next", { version: "16.4.0" }),
  },
  {
    law: "versions-reach-their-floors",
    title: "a second copy below another package counts",
    change: inLock("next-auth/node_modules/nodemailer", { version: "7.0.9", integrity: "sha512-x" }),
  },
  {
    law: "versions-reach-their-floors",
    title: "a pre-release comes before its floor",
    change: inLock("next", { version: "16.4.1-canary.3" }),
  },
  {
    law: "versions-that-must-be-exact",
    change: inLock("@livekit/components-react", { version: "3.0.0" }),
  },
  {
    law: "manifest-pins-exactly",
    change: Object.fromEntries(
      ["package.json", "package-lock.json"].map((file) => [
        file,
        edit((value) => {
          const manifest = value.packages?.[""] ?? value;
          manifest.dependencies.zod = "^4.6.7";
        }),
      ]),
    ),
  },
  {
    law: "lock-matches-manifest",
    change: { "package.json": edit((manifest) => delete manifest.dependencies.zod) },
  },
];
