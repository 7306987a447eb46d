import { defineConfig } from "@playwright/test";

const patience = Number(process.env.TEST_PATIENCE ?? 3);
const isRoot = process.getuid?.() === 0;

/**
 * `npm test` runs the project `gate`, `npm run test:long` runs `long` too: everything tagged @long, such as loops
 * and matrices. The launcher starts the app and the room server and says where they are.
 */
export default defineConfig({
  testDir: "e2e",
  // What ends in .test.ts is pure and belongs to vitest.
  testMatch: "**/*.spec.ts",
  outputDir: "test-results",
  // Real media in several browsers needs the machine for itself.
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 60_000 * patience,
  expect: { timeout: 7_000 * patience },
  reporter: [["list"], ["json", { outputFile: process.env.PLENUM_E2E_REPORT ?? "test-results/report.json" }]],
  use: {
    baseURL: process.env.PLENUM_E2E_URL,
    // Pictures and page copies for the trace would cost more than the rooms they show.
    trace: { mode: "retain-on-failure", screenshots: false, snapshots: false },
    screenshot: "only-on-failure",
    actionTimeout: 10_000 * patience,
    navigationTimeout: 20_000 * patience,
    launchOptions: {
      executablePath: process.env.BROWSER_PATH || undefined,
      args: [
        // Few pictures a second are enough to see that they arrive, and leave the machine to the product.
        "--use-fake-device-for-media-stream=fps=10",
        "--use-fake-ui-for-media-stream",
        "--disable-features=WebRtcHideLocalIpsWithMdns",
        "--autoplay-policy=no-user-gesture-required",
        "--mute-audio",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        ...(isRoot ? ["--no-sandbox"] : []),
      ],
    },
  },
  projects: [
    { name: "gate", grepInvert: /@long/, testIgnore: ["pictures/**", "cluster/**"] },
    { name: "long", grep: /@long/, testIgnore: ["pictures/**", "cluster/**"] },
    // On a stack of two apps and two room servers, which the launcher starts where there is a Redis.
    { name: "cluster", grepInvert: /@long/, testMatch: "cluster/**/*.spec.ts" },
    { name: "cluster-long", grep: /@long/, testMatch: "cluster/**/*.spec.ts" },
    // For people to look at: `npm run pictures`.
    { name: "pictures", testMatch: "pictures/**/*.spec.ts", use: { screenshot: "off", trace: "off" } },
  ],
});
