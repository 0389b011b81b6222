import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ["{src,tests,web,bin}/**/*.test.{ts,tsx}"],
    exclude: ["tests/browser/**", "**/node_modules/**"],
    globalSetup: ["tests/testPostgres.ts"],
    testTimeout: 15_000,
    hookTimeout: 60_000,
  },
});
