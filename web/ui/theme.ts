import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
} from "@mantine/core";

/** The meanings a colour may have; shared by badge, board, map and chart. */
export const tones = ["neutral", "info", "progress", "success", "warning", "danger"] as const;
export type Tone = (typeof tones)[number];

const tuple = (value: string) => Array.from({ length: 10 }, () => value) as unknown as MantineColorsTuple;

const greys: MantineColorsTuple = [
  "#fafafb",
  "#f4f4f6",
  "#e8e8ec",
  "#d6d6dc",
  "#c9c9d1",
  "#8b8b96",
  "#6b6b76",
  "#5c5c66",
  "#34343e",
  "#1b1b1f",
];
const darks: MantineColorsTuple = [
  "#ececf0",
  "#c9c9d2",
  "#a6a6b1",
  "#9595a1",
  "#45454e",
  "#29292f",
  "#222227",
  "#17171a",
  "#121214",
  "#0d0d0f",
];

/** How our tones look in the places where components ask for a colour. */
const colourVariables = (name: string, filled: string, text: string, soft: string) => ({
  [`--mantine-color-${name}-filled`]: filled,
  [`--mantine-color-${name}-filled-hover`]: `color-mix(in srgb, ${filled} 88%, var(--text))`,
  [`--mantine-color-${name}-light`]: soft,
  [`--mantine-color-${name}-light-hover`]: `color-mix(in srgb, ${soft} 80%, var(--pressed))`,
  [`--mantine-color-${name}-light-color`]: text,
  [`--mantine-color-${name}-outline`]: text,
  [`--mantine-color-${name}-outline-hover`]: soft,
  [`--mantine-color-${name}-text`]: text,
});

const shared = {
  ...colourVariables("accent", "var(--brand-fill)", "var(--brand-text)", "var(--brand-soft)"),
  "--mantine-color-accent-filled-hover": "var(--brand-fill-hover)",
  ...Object.assign(
    {},
    ...tones.map((tone) =>
      colourVariables(tone, `var(--${tone})`, `var(--${tone}-text)`, `var(--${tone}-soft)`),
    ),
  ),
  "--mantine-primary-color-contrast": "var(--brand-on)",
  "--mantine-color-text": "var(--text)",
  "--mantine-color-bright": "var(--text)",
  "--mantine-color-body": "var(--canvas)",
  "--mantine-color-dimmed": "var(--text-soft)",
  "--mantine-color-placeholder": "var(--text-faint)",
  "--mantine-color-anchor": "var(--brand-text)",
  "--mantine-color-error": "var(--danger-text)",
  "--mantine-color-success": "var(--success-text)",
  "--mantine-color-default": "var(--surface)",
  "--mantine-color-default-hover": "var(--hover)",
  "--mantine-color-default-color": "var(--text)",
  "--mantine-color-default-border": "var(--line-strong)",
  "--mantine-color-disabled": "var(--hover)",
  "--mantine-color-disabled-color": "var(--text-faint)",
  "--mantine-color-disabled-border": "var(--line)",
};

/** Points every colour that components use to the house's tokens. */
export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: shared, dark: shared });

/** The theme of every face; sizes differ by the tokens of the face. */
export const theme = createTheme({
  fontFamily: "var(--font)",
  fontFamilyMonospace: 'ui-monospace, "SF Mono", "Cascadia Mono", Menlo, monospace',
  headings: { fontFamily: "var(--font)", fontWeight: "620" },
  fontSizes: {
    xs: "var(--text-xs)",
    sm: "var(--text-sm)",
    md: "var(--text-md)",
    lg: "var(--text-lg)",
    xl: "var(--text-lg)",
  },
  colors: {
    gray: greys,
    dark: darks,
    accent: tuple("#1f1f26"),
    ...Object.fromEntries(tones.map((tone) => [tone, tuple("#5c5c66")])),
  },
  black: "#1b1b1f",
  primaryColor: "accent",
  defaultRadius: "sm",
  radius: { xs: "4px", sm: "6px", md: "8px", lg: "10px", xl: "14px" },
  spacing: { xs: "8px", sm: "12px", md: "16px", lg: "24px", xl: "32px" },
  shadows: {
    xs: "var(--shadow)",
    sm: "var(--shadow)",
    md: "var(--shadow-raised)",
    lg: "var(--shadow-raised)",
  },
  cursorType: "pointer",
  respectReducedMotion: true,
  variantColorResolver: (input) => {
    const resolved = defaultVariantColorsResolver(input);
    const isAccent = (input.color ?? input.theme.primaryColor) === "accent";
    if (input.variant === "filled" && isAccent)
      return {
        ...resolved,
        color: "var(--brand-on)",
        background: "var(--brand-fill)",
        hover: "var(--brand-fill-hover)",
      };
    if (input.variant === "filled" && input.color === "danger")
      return { ...resolved, color: "#ffffff", background: "#c42b2b", hover: "#a92222" };
    if (input.variant === "subtle")
      return { ...resolved, color: isAccent ? "var(--text)" : resolved.color, hover: "var(--hover)" };
    return resolved;
  },
  components: {
    Button: { defaultProps: { size: "sm" }, classNames: { root: "cc-button", loader: "cc-button-loader" } },
    ActionIcon: { defaultProps: { variant: "subtle", size: "md" } },
    Input: { defaultProps: { size: "sm" }, classNames: { wrapper: "cc-input-box", input: "cc-input" } },
    InputWrapper: {
      defaultProps: { size: "sm" },
      classNames: { label: "cc-label", description: "cc-description", error: "cc-error" },
    },
    Checkbox: {
      defaultProps: { size: "sm", iconColor: "var(--brand-on)" },
      classNames: { input: "cc-checkbox" },
    },
    Switch: { defaultProps: { size: "sm" } },
    Loader: { defaultProps: { size: 18, color: "var(--text-faint)" } },
    Menu: {
      defaultProps: {
        menuItemTabIndex: 0,
        withInitialFocusPlaceholder: false,
        shadow: "md",
        radius: "md",
        offset: 4,
        transitionProps: { duration: 120 },
      },
      classNames: { dropdown: "cc-menu", item: "cc-menu-item", label: "cc-menu-label" },
    },
    Popover: {
      defaultProps: { shadow: "md", radius: "md", offset: 6, transitionProps: { duration: 120 } },
      classNames: { dropdown: "cc-popover" },
    },
    ...Object.fromEntries(
      ["Combobox", "Select", "MultiSelect", "Autocomplete", "TagsInput"].map((name) => [
        name,
        { classNames: { dropdown: "cc-menu", option: "cc-menu-item", inputField: "cc-pills-field" } },
      ]),
    ),
    // Menus and dialogs are drawn in a landmark of their own, beside the app.
    Portal: { defaultProps: { target: "#overlays" } },
    Tooltip: {
      defaultProps: { openDelay: 350, transitionProps: { duration: 100 }, radius: "sm" },
      classNames: { tooltip: "cc-tooltip" },
    },
    Modal: {
      defaultProps: {
        radius: "lg",
        centered: true,
        transitionProps: { duration: 140, transition: "fade-up" },
      },
      classNames: { content: "cc-modal", header: "cc-modal-header", title: "cc-modal-title" },
    },
    Drawer: {
      defaultProps: { transitionProps: { duration: 160 } },
      classNames: { title: "cc-modal-title", header: "cc-modal-header", content: "cc-modal" },
    },
  },
});
