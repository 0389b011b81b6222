import { words } from "../../words/words.ts";

/** People, keys, files and what the house does for itself, as the audit log says it. */
export const houseActions = words({
  nl: {
    identity: {
      addUser: "Gebruiker toegevoegd",
      changeUser: "Gebruiker gewijzigd",
      inviteUser: "Inloglink opnieuw gemaild",
      resetSecondFactor: "Tweede stap weggehaald",
      createApiKey: "API-sleutel gemaakt",
      rotateApiKey: "API-sleutel vernieuwd",
      revokeApiKey: "API-sleutel ingetrokken",
      signIn: "Ingelogd met wachtwoord",
      signInByLink: "Ingelogd met een link",
      requestMagicLink: "Inloglink gevraagd",
      signOut: "Uitgelogd",
      changePassword: "Wachtwoord gekozen",
      startSecondFactor: "Begonnen met een tweede stap",
      confirmSecondFactor: "Tweede stap ingesteld",
      makeRecoveryCodes: "Nieuwe herstelcodes gemaakt",
      accessToken: "Toegang voor een uur opgehaald",
      "send-sign-in-link": "Inloglink gemaild",
    },
    files: {
      upload: "Bestand geüpload",
      "clear-content": "Ongebruikte bestanden opgeruimd",
      "clear-nightly": "Opruimen van bestanden begonnen",
    },
    platform: {
      replayJob: "Mislukt werk opnieuw geprobeerd",
      tidy: "Nachtelijke opruiming",
    },
    views: {
      saveView: "Weergave bewaard",
      changeView: "Weergave gewijzigd",
      removeView: "Weergave verwijderd",
      setDefaultView: "Beginweergave gekozen",
    },
    house: {
      "first start": "Eerste start van het platform",
      "manage user add": "Gebruiker toegevoegd vanaf de opdrachtregel",
      "manage demo": "Demogegevens gemaakt",
      demo: "Demobedrijf gemaakt",
    },
  },
  en: {
    identity: {
      addUser: "Added a user",
      changeUser: "Changed a user",
      inviteUser: "Mailed a link to sign in once more",
      resetSecondFactor: "Took away a second step",
      createApiKey: "Made an API key",
      rotateApiKey: "Renewed an API key",
      revokeApiKey: "Withdrew an API key",
      signIn: "Signed in with a password",
      signInByLink: "Signed in with a link",
      requestMagicLink: "Asked for a link to sign in",
      signOut: "Signed out",
      changePassword: "Chose a password",
      startSecondFactor: "Began with a second step",
      confirmSecondFactor: "Set up a second step",
      makeRecoveryCodes: "Made new recovery codes",
      accessToken: "Fetched access for an hour",
      "send-sign-in-link": "Mailed a link to sign in",
    },
    files: {
      upload: "Uploaded a file",
      "clear-content": "Cleared away unused files",
      "clear-nightly": "Began to clear away files",
    },
    platform: {
      replayJob: "Tried failed work again",
      tidy: "Nightly clearing up",
    },
    views: {
      saveView: "Saved a view",
      changeView: "Changed a view",
      removeView: "Removed a view",
      setDefaultView: "Chose the view a list opens with",
    },
    house: {
      "first start": "First start of the platform",
      "manage user add": "Added a user from the command line",
      "manage demo": "Made demo data",
      demo: "Made the demo company",
    },
  },
});
