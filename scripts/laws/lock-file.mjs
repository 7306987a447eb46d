/** Lowest versions without a known hole that concerns us, as of 2026-11-23. */
const FLOORS = {
  next: "16.4.1",
  react: "19.2.6",
  "react-dom": "19.2.6",
  "react-server-dom-webpack": "19.2.6",
  "react-server-dom-turbopack": "19.2.6",
  "next-auth": "4.24.15",
  nodemailer: "10.0.5",
  "drizzle-orm": "0.45.2",
  "ical.js": "2.2.1",
};
/** Exactly this version: 3.0.0 of the components is a mistaken publish; TypeScript 7 blinds dependency-cruiser. */
const EXACT = { "@livekit/components-react": "2.9.24", typescript: "6.0.3" };

const laws = {
  "lock-names-no-registry": ({ packages }) =>
    packages.filter(({ entry }) => /^https?:/.test(entry.resolved ?? "")).map(({ path }) => path),
  "lock-has-integrity": ({ packages }) =>
    packages
      .filter(({ entry }) => !entry.integrity && !entry.link && !entry.inBundle)
      .map(({ path }) => path),
  "versions-reach-their-floors": ({ packages }) =>
    packages
      .filter(({ name, entry }) => name in FLOORS && isBelow(entry.version, FLOORS[name]))
      .map(({ path, name, entry }) => `${path} is ${entry.version}, the floor is ${FLOORS[name]}`),
  "versions-that-must-be-exact": ({ packages }) =>
    packages
      .filter(({ name, entry }) => name in EXACT && entry.version !== EXACT[name])
      .map(({ path, name, entry }) => `${path} is ${entry.version}, must be ${EXACT[name]}`),
  "manifest-pins-exactly": ({ manifest }) =>
    ["dependencies", "devDependencies", "optionalDependencies"].flatMap((group) =>
      Object.entries(manifest[group] ?? {})
        .filter(([, range]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(range))
        .map(([name, range]) => `${name}: ${range}`),
    ),
  "lock-matches-manifest": ({ manifest, root }) =>
    ["dependencies", "devDependencies", "optionalDependencies"].filter(
      (group) => canonical(manifest[group]) !== canonical(root[group]),
    ),
};

export const lockLaws = Object.keys(laws);

/** Breaches of the laws about package.json and package-lock.json as `{ law, where }`. */
export function lockBreaches(tree) {
  const manifest = JSON.parse(tree.text("package.json"));
  const lock = JSON.parse(tree.text("package-lock.json"));
  const { "": root, ...rest } = lock.packages;
  const packages = Object.entries(rest).map(([path, entry]) => ({
    path,
    entry,
    name: entry.name ?? path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length),
  }));
  return Object.entries(laws).flatMap(([law, offenders]) =>
    offenders({ manifest, packages, root }).map((where) => ({ law, where })),
  );
}

const canonical = (group = {}) => JSON.stringify(Object.entries(group).sort());

function isBelow(version, floor) {
  const [main, suffix] = version.split("-");
  const [have, need] = [main, floor].map((text) => text.split(".").map(Number));
  const index = need.findIndex((part, position) => part !== have[position]);
  // A pre-release of the floor itself came before it.
  return index === -1 ? suffix !== undefined : have[index] < need[index];
}
