import { defineConfig } from "@playwright/test";

const { BASE_URL, BROWSER_PATH, HEADLESS_PATH, CI } = process.env;

export default defineConfig({
  testMatch: ["tests/e2e/*.spec.ts", "web/components/*/*.axe.spec.ts"],
  outputDir: "build/e2e",
  snapshotPathTemplate: "tests/e2e/gallery/{arg}{ext}",
  reporter: "list",
  forbidOnly: Boolean(CI),
  fullyParallel: true,
  workers: 2,
  // Browsers too fail once in thousands of steps. What passes only when done again is listed as flaky.
  retries: 1,
  // Nothing here is timed: these only end what hangs, also on a busy machine.
  timeout: 90_000,
  expect: { timeout: 30_000 },
  use: {
    baseURL: BASE_URL ?? "http://localhost:8080",
    screenshot: "only-on-failure",
    launchOptions: { executablePath: HEADLESS_PATH ?? BROWSER_PATH ?? "/usr/bin/chromium" },
  },
});
