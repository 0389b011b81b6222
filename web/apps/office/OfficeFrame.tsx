import { Outlet } from "@tanstack/react-router";
import { useSecurity } from "../../identity/security.tsx";
import { SignedIn, useMay, useMe, useSignOut } from "../../identity/session.tsx";
import { NewLead } from "../../orders/lead/NewLead.tsx";
import { TunedStatuses } from "../../orders/tunedStatuses.ts";
import { EntitySwitch } from "../../ui/frame/EntitySwitch.tsx";
import { Frame } from "../../ui/frame/Frame.tsx";
import { shownPlaces } from "../../ui/frame/places.ts";
import { UserMenu } from "../../ui/frame/UserMenu.tsx";
import { openPalette, Palette } from "../../ui/palette/Palette.tsx";
import { SkeletonPage } from "../../ui/states.tsx";
import { useWords } from "../../words/words.ts";
import { commandProviders } from "./commands.ts";
import { places } from "./nav.ts";
import { pages } from "./routes.tsx";
import { officeWords } from "./words.ts";

const Inside = () => {
  const t = useWords(officeWords);
  const me = useMe();
  const may = useMay();
  const signOut = useSignOut();
  const security = useSecurity();
  return (
    <Frame
      nav={shownPlaces(places, pages, may, (word) => t(word))}
      top={<EntitySwitch entities={me.businessEntities} />}
      user={<UserMenu name={me.name} detail={me.email} onSecurity={security.open} onSignOut={signOut} />}
      onSearch={openPalette}
    >
      <Outlet />
      <TunedStatuses />
      {security.dialog}
      <NewLead />
      <Palette providers={commandProviders} />
    </Frame>
  );
};

/** The office: behind sign-in, in its frame. */
export const OfficeFrame = () => (
  <SignedIn face="office" waiting={<SkeletonPage />}>
    <Inside />
  </SignedIn>
);
