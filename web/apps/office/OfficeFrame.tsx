import { Outlet } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { SignedIn, useMay, useMe, useSignOut } from "../../identity/session.tsx";
import { EntitySwitch } from "../../ui/frame/EntitySwitch.tsx";
import { Frame } from "../../ui/frame/Frame.tsx";
import { UserMenu } from "../../ui/frame/UserMenu.tsx";
import { openPalette, Palette } from "../../ui/palette/Palette.tsx";
import { SkeletonPage } from "../../ui/states.tsx";
import { useWords } from "../../words/words.ts";
import { commandProviders } from "./commands.ts";
import { places } from "./nav.ts";
import { pages } from "./routes.tsx";
import { officeWords } from "./words.ts";

const SignIn = lazy(() => import("../../identity/SignIn.tsx").then((module) => ({ default: module.SignIn })));

const Inside = () => {
  const t = useWords(officeWords);
  const me = useMe();
  const may = useMay();
  const signOut = useSignOut();
  const nav = places
    .filter(({ to, scope }) => pages.some(({ path }) => path === to) && (!scope || may(scope)))
    .map((place) => ({ ...place, label: t(place.word) }));
  return (
    <Frame
      nav={nav}
      top={<EntitySwitch entities={me.businessEntities} />}
      user={<UserMenu name={me.name} detail={me.email} onSignOut={signOut} />}
      onSearch={openPalette}
    >
      <Outlet />
      <Palette providers={commandProviders} />
    </Frame>
  );
};

/** The office: behind sign-in, in its frame. */
export const OfficeFrame = () => (
  <SignedIn
    waiting={<SkeletonPage />}
    signIn={
      <Suspense fallback={null}>
        <SignIn face="office" />
      </Suspense>
    }
  >
    <Inside />
  </SignedIn>
);
