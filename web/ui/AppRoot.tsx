import "./styles.ts";
import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { language, useLanguage } from "../words/language.ts";
import { cssVariables, theme } from "./theme.ts";

const AppRoot = ({ client, children }: { client: QueryClient; children: ReactNode }) => {
  // Rendering again on a change of language reaches every text on the screen.
  useLanguage();
  return (
    <StrictMode>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
        <QueryClientProvider client={client}>
          <Notifications position="bottom-right" limit={3} />
          {children}
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>
  );
};

/** Starts an app on its page: styles, theme, answers and notifications around its router. */
export const startApp = (client: QueryClient, children: ReactNode) => {
  document.documentElement.lang = language();
  const root = document.getElementById("root");
  if (!root) throw new Error("The page has no #root to draw in");
  createRoot(root).render(<AppRoot client={client}>{children}</AppRoot>);
};
