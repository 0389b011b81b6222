import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ["{src,tests,web,bin}/**/*.test.{ts,tsx}"],
    exclude: ["tests/browser/**", "**/node_modules/**"],
    globalSetup: ["tests/testPostgres.ts"],
    // A process takes one file after the other and keeps what it has loaded: a database of its own keeps files apart.
    isolate: false,
    // PostgreSQL works for all of them and has connections for so many.
    maxWorkers: Math.min(availableParallelism(), 8),
    testTimeout: 15_000,
    hookTimeout: 60_000,
  },
});
