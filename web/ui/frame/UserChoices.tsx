import { SegmentedControl, useMantineColorScheme } from "@mantine/core";
import { IconDeviceDesktop, IconMoon, IconSun } from "@tabler/icons-react";
import { chooseLanguage, type Language, useLanguage } from "../../words/language.ts";
import { useWords } from "../../words/words.ts";
import styles from "./Frame.module.css";
import { frameWords } from "./words.ts";

const withIcon = (Icon: typeof IconSun, label: string) => (
  <span className={styles.segment}>
    <Icon size={15} stroke={1.7} aria-hidden="true" />
    <span className="visually-hidden">{label}</span>
  </span>
);

/** Light or dark, and which language; kept on this device. */
export const UserChoices = () => {
  const t = useWords(frameWords);
  const language = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <div className={styles.choices}>
      <span>{t("theme")}</span>
      <SegmentedControl
        size="xs"
        aria-label={t("theme")}
        value={colorScheme}
        onChange={(value) => setColorScheme(value as "light" | "dark" | "auto")}
        data={[
          { value: "light", label: withIcon(IconSun, t("light")) },
          { value: "dark", label: withIcon(IconMoon, t("dark")) },
          { value: "auto", label: withIcon(IconDeviceDesktop, t("auto")) },
        ]}
      />
      <span>{t("language")}</span>
      <SegmentedControl
        size="xs"
        aria-label={t("language")}
        value={language}
        onChange={(value) => chooseLanguage(value as Language)}
        data={[
          { value: "nl", label: "Nederlands" },
          { value: "en", label: "English" },
        ]}
      />
    </div>
  );
};
