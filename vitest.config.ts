import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/web/**/*.test.ts", "web/**/*.test.ts"],
    // A module is read once for all files that a worker tests: a third less time. What a test replaces it puts back.
    isolate: false,
    // Unless told, one processor is left idle.
    maxWorkers: availableParallelism(),
    // Far more than any test needs: a busy machine is no fault of the code.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
