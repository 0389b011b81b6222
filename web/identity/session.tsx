import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { createContext, lazy, type ReactNode, Suspense, useContext, useEffect } from "react";
import { Problem } from "#platform/contract";
import { identity, type Me } from "#platform/identity/contract";
import { startLive } from "../api/live.ts";
import { keyOf, useQuery } from "../api/queries.ts";
import { useAction } from "../api/useAction.ts";
import { fetchPart } from "../ui/freshPage.ts";
import { ErrorState } from "../ui/states.tsx";
import { suggestLanguage } from "../words/language.ts";

const Session = createContext<Me | undefined>(undefined);

/** The person who is signed in. */
export const useMe = (): Me => {
  const me = useContext(Session);
  if (!me) throw new Error("useMe is for pages behind sign-in");
  return me;
};

/** Whether the person has a scope; administrators have all. The server decides, this only hides what cannot work. */
export const useMay = () => {
  const me = useMe();
  return (scope: string) =>
    me.role === "admin" || me.scopes.includes(scope) || me.scopes.includes(`${scope.split(".")[0]}.*`);
};

/** What an app does when a call finds that the session has ended: ask who is here again. */
export const onSignedOut = (client: QueryClient) => {
  const key = keyOf(identity.me);
  if (client.getQueryState(key)?.data !== undefined) void client.resetQueries({ queryKey: key });
};

const SignIn = lazy(() =>
  fetchPart(() => import("./SignIn.tsx")).then((module) => ({ default: module.SignIn })),
);

interface GateProps {
  face: "office" | "partner" | "field";
  /** What is shown while it is not known who is here. */
  waiting: ReactNode;
  children: ReactNode;
}

const Signed = ({ me, children }: { me: Me; children: ReactNode }) => {
  const client = useQueryClient();
  useEffect(() => suggestLanguage(me.language), [me.language]);
  useEffect(() => startLive(client, me.id), [client, me.id]);
  return <Session value={me}>{children}</Session>;
};

/** Lets people in who are signed in and asks the others to; the address stays, so they arrive where they wanted to be. */
export const SignedIn = ({ face, waiting, children }: GateProps) => {
  const me = useQuery(identity.me, {}, { fresh: 300_000 });
  if (me.data) return <Signed me={me.data}>{children}</Signed>;
  if (me.error instanceof Problem && me.error.status === 401)
    return (
      <Suspense fallback={waiting}>
        <SignIn face={face} />
      </Suspense>
    );
  if (me.error) return <ErrorState error={me.error} retry={() => void me.refetch()} />;
  return waiting;
};

/** Ends the session and forgets everything that was read in it. */
export const useSignOut = () => {
  const client = useQueryClient();
  const action = useAction(identity.signOut, {
    invalidates: [],
    onDone: () => {
      client.clear();
      sessionStorage.clear();
      location.reload();
    },
  });
  return () => action.run({});
};
