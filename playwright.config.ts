import { defineConfig } from "@playwright/test";

const { BASE_URL, BROWSER_PATH, CI } = process.env;

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "build/e2e",
  reporter: "list",
  forbidOnly: Boolean(CI),
  fullyParallel: true,
  workers: 2,
  use: {
    baseURL: BASE_URL ?? "http://localhost:8080",
    trace: "retain-on-failure",
    launchOptions: { executablePath: BROWSER_PATH ?? "/usr/bin/chromium" },
  },
});
