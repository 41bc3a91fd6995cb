import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/web/**/*.test.ts", "web/**/*.test.ts"],
    // Far more than any test needs: a busy machine is no fault of the code.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
