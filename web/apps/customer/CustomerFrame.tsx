import { SegmentedControl } from "@mantine/core";
import { type ReactNode, useEffect } from "react";
import { phoneText } from "#platform/contract";
import { applyAccent } from "../../ui/accent.ts";
import { Mark } from "../../ui/Mark.tsx";
import { chooseLanguage, type Language, useLanguage } from "../../words/language.ts";
import { useWords } from "../../words/words.ts";
import styles from "./CustomerFrame.module.css";
import { customerWords } from "./words.ts";

export interface Brand {
  /** The name customers know: the partner's when it has a brand, else the entity's. */
  name: string;
  colour: string;
  logoUrl?: string | null;
}

/** Who sells according to the law; always visible, whatever the brand. */
export interface Seller {
  legalName: string;
  address?: string | null;
  cocNumber?: string | null;
  vatNumber?: string | null;
  phone: string;
  email: string;
}

export interface CustomerFrameProps {
  brand: Brand;
  seller: Seller;
  children: ReactNode;
}

/** Phone and mail as links, for in a sentence. */
const linksOf = ({ phone, email }: Seller) => ({
  call: () => <a href={`tel:${phone.replaceAll(/\s/g, "")}`}>{phoneText(phone)}</a>,
  mail: () => <a href={`mailto:${email}`}>{email}</a>,
});

/** The frame around a customer's page: brand above, legal seller below, nothing else. */
export const CustomerFrame = ({ brand, seller, children }: CustomerFrameProps) => {
  const t = useWords(customerWords);
  const language = useLanguage();
  useEffect(() => applyAccent(brand.colour), [brand.colour]);
  useEffect(() => {
    document.title = brand.name;
  }, [brand.name]);
  const facts = [
    seller.address,
    seller.cocNumber && t("cocNumber", { number: seller.cocNumber }),
    seller.vatNumber && t("vatNumber", { number: seller.vatNumber }),
  ].filter(Boolean);
  return (
    <div className={styles.frame}>
      <a href="#content" className="skip-link">
        {t("skip")}
      </a>
      <header className={styles.head}>
        {brand.logoUrl ? (
          <img src={brand.logoUrl} alt={brand.name} className={styles.logo} />
        ) : (
          <span className={styles.brand}>
            <Mark size={30} />
            {brand.name}
          </span>
        )}
        <SegmentedControl
          size="xs"
          aria-label={t("language")}
          value={language}
          onChange={(value) => chooseLanguage(value as Language)}
          data={[
            { value: "nl", label: "NL" },
            { value: "en", label: "EN" },
          ]}
        />
      </header>
      <main id="content" className={styles.content} tabIndex={-1}>
        {children}
      </main>
      <footer className={styles.foot}>
        <p>{t.rich("questions", linksOf(seller))}</p>
        <p className={styles.seller}>{t("soldBy", { name: seller.legalName })}</p>
        {facts.length > 0 && <p>{facts.join(" · ")}</p>}
      </footer>
    </div>
  );
};
