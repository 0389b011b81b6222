import { Outlet } from "@tanstack/react-router";
import { useSecurity } from "../../identity/security.tsx";
import { SignedIn, useMay, useMe, useSignOut } from "../../identity/session.tsx";
import { TunedStatuses } from "../../orders/tunedStatuses.ts";
import { Frame } from "../../ui/frame/Frame.tsx";
import { shownPlaces } from "../../ui/frame/places.ts";
import { UserMenu } from "../../ui/frame/UserMenu.tsx";
import { Mark } from "../../ui/Mark.tsx";
import { SkeletonPage } from "../../ui/states.tsx";
import { useWords } from "../../words/words.ts";
import { places } from "./nav.ts";
import styles from "./PartnerFrame.module.css";
import { pages } from "./routes.tsx";
import { partnerWords } from "./words.ts";

const Inside = () => {
  const t = useWords(partnerWords);
  const me = useMe();
  const may = useMay();
  const signOut = useSignOut();
  const security = useSecurity();
  return (
    <Frame
      nav={shownPlaces(places, pages, may, (word) => t(word))}
      top={
        <div className={styles.organization}>
          <Mark />
          <span className={styles.name}>{me.organizationName ?? "ChargeCars"}</span>
        </div>
      }
      user={<UserMenu name={me.name} detail={me.email} onSecurity={security.open} onSignOut={signOut} />}
    >
      <TunedStatuses />
      <Outlet />
      {security.dialog}
    </Frame>
  );
};

/** The partner portal: behind sign-in, in its frame. */
export const PartnerFrame = () => (
  <SignedIn face="partner" waiting={<SkeletonPage />}>
    <Inside />
  </SignedIn>
);
