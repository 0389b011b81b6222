import "./styles.ts";
import { MantineProvider, mergeThemeOverrides } from "@mantine/core";
import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, StrictMode, useMemo } from "react";
import { createRoot } from "react-dom/client";
import { commonWords } from "../words/common.ts";
import { type Language, language, useLanguage } from "../words/language.ts";
import { translatorOf } from "../words/words.ts";
import { reloadWhenStale } from "./freshPage.ts";
import { Offline } from "./Offline.tsx";
import { Toasts } from "./Toasts.tsx";
import { cssVariables, theme } from "./theme.ts";

/** What the library's own buttons are called for those who cannot see them. */
const textsOf = (spoken: Language) => {
  const close = { closeButtonProps: { "aria-label": translatorOf(commonWords, spoken)("close") } };
  const ofDialog = { defaultProps: close };
  return { components: { Modal: ofDialog, Drawer: ofDialog } };
};

const AppRoot = ({ client, children }: { client: QueryClient; children: ReactNode }) => {
  const spoken = useLanguage();
  const spokenTheme = useMemo(() => mergeThemeOverrides(theme, textsOf(spoken)), [spoken]);
  return (
    <StrictMode>
      <MantineProvider theme={spokenTheme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
        <QueryClientProvider client={client}>
          <Offline />
          {children}
          <Toasts />
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>
  );
};

/** Starts an app on its page: styles, theme, answers and notifications around its router. */
export const startApp = (client: QueryClient, children: ReactNode) => {
  reloadWhenStale();
  document.documentElement.lang = language();
  const root = document.getElementById("root");
  if (!root) throw new Error("The page has no #root to draw in");
  const overlays = Object.assign(document.createElement("section"), { id: "overlays" });
  overlays.ariaLabel = document.title;
  root.after(overlays);
  createRoot(root).render(<AppRoot client={client}>{children}</AppRoot>);
};
