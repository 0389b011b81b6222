import { resolve } from "node:path";
import react from "@vitejs/plugin-react";
import { type Connect, defineConfig, type Plugin } from "vite";

/** The faces of the product and where each is served; the server uses the same addresses. */
const faces = [
  { name: "field", at: /^\/field(\/|$)/ },
  { name: "partner", at: /^\/partner(\/|$)/ },
  { name: "customer", at: /^\/c\// },
  { name: "office", at: /^\// },
];

/** Answers every page address with the entry of its face, as the server does in production. */
const servePages: Connect.NextHandleFunction = (request, _response, next) => {
  const [path = "/"] = (request.url ?? "/").split("?");
  const isPage = request.headers.accept?.includes("text/html") && !path.startsWith("/api/");
  const face = isPage && faces.find(({ at }) => at.test(path));
  if (face) request.url = `/apps/${face.name}/index.html`;
  next();
};

const pages: Plugin = {
  name: "pages",
  configureServer: (server) => void server.middlewares.use(servePages),
  configurePreviewServer: (server) => void server.middlewares.use(servePages),
};

/** The web has a folder `api` of its own, so only what the server answers goes there. */
const server = {
  "^/api/(v1/|docs|openapi)": { target: process.env.API_URL ?? "http://127.0.0.1:3000", changeOrigin: false },
};

export default defineConfig({
  root: "web",
  publicDir: "public",
  appType: "mpa",
  plugins: [react(), pages],
  server: { port: 5173, proxy: server },
  preview: { port: 4173, proxy: server },
  build: {
    outDir: resolve(import.meta.dirname, "dist/web"),
    emptyOutDir: true,
    target: ["chrome120", "edge120", "firefox121", "safari16.4"],
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        // What every face needs from outside travels as one file, that stays the same from release to release.
        codeSplitting: {
          groups: [
            {
              name: "base",
              test: /node_modules\/(react|react-dom|scheduler|@tanstack\/(react-router|router-core|history|react-query|query-core|store|react-store)|zod|use-intl|intl-messageformat|@formatjs)\//,
            },
          ],
        },
      },
      input: Object.fromEntries(
        faces.map(({ name }) => [name, resolve(import.meta.dirname, `web/apps/${name}/index.html`)]),
      ),
    },
  },
});
