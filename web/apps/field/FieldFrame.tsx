import { Outlet } from "@tanstack/react-router";
import { useSecurity } from "../../identity/security.tsx";
import { SignedIn, useMay, useMe, useSignOut } from "../../identity/session.tsx";
import { shownPlaces } from "../../ui/frame/places.ts";
import { UserMenu } from "../../ui/frame/UserMenu.tsx";
import { Go } from "../../ui/Go.tsx";
import { SkeletonPage } from "../../ui/states.tsx";
import { useNow } from "../../ui/useNow.ts";
import { useFormats } from "../../words/format.ts";
import { useWords } from "../../words/words.ts";
import styles from "./FieldFrame.module.css";
import { places } from "./nav.ts";
import { pages } from "./routes.tsx";
import { fieldWords } from "./words.ts";

const Inside = () => {
  const t = useWords(fieldWords);
  const { longDay, today } = useFormats();
  const now = useNow();
  const me = useMe();
  const may = useMay();
  const signOut = useSignOut();
  const security = useSecurity();
  const nav = shownPlaces(places, pages, may, (word) => t(word));
  return (
    <div className={styles.frame}>
      <a href="#content" className="skip-link">
        {t("skip")}
      </a>
      <header className={styles.head}>
        <span className={styles.day}>{longDay(today(now))}</span>
        <div className={styles.user}>
          <UserMenu name={me.name} detail={me.email} onSecurity={security.open} onSignOut={signOut} />
        </div>
      </header>
      <main id="content" className={styles.content} tabIndex={-1}>
        <Outlet />
        {security.dialog}
      </main>
      {nav.length > 1 && (
        <nav className={styles.bar} aria-label={t("navigation")}>
          {nav.map((item) => (
            <Go key={item.to} to={item.to} exact={item.exact ?? false} className={styles.tab}>
              <item.icon size={26} stroke={1.8} />
              <span>{item.label}</span>
            </Go>
          ))}
        </nav>
      )}
    </div>
  );
};

/** The mechanic's app: behind sign-in, made for one thumb in sunlight. */
export const FieldFrame = () => (
  <SignedIn face="field" waiting={<SkeletonPage />}>
    <Inside />
  </SignedIn>
);
