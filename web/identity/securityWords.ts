import { words } from "../words/words.ts";

export const securityWords = words({
  nl: {
    title: "Beveiliging",
    offText:
      "Met een tweede stap vraagt het inloggen ook een code uit een verificatie-app op uw telefoon. Wie alleen uw wachtwoord kent, komt er dan niet in.",
    turnOn: "Tweede stap instellen",
    onText: "Inloggen vraagt een code uit uw verificatie-app. Is uw telefoon weg, dan telt een herstelcode.",
    left: "{left, plural, =0 {Er zijn geen herstelcodes meer.} one {Er is nog één herstelcode.} other {Er zijn nog # herstelcodes.}}",
    newCodes: "Nieuwe herstelcodes maken",
    makeCodes: "Maken",
    scan: "Scan dit met uw verificatie-app.",
    picture: "QR-code voor uw verificatie-app",
    onThisPhone: "Of open de app op dit apparaat",
    typeIt: "Of typ deze sleutel over:",
    code: "Zes cijfers uit de app",
    confirm: "Bevestigen",
    once: "Deze codes ziet u maar één keer.",
    codes: "Herstelcodes",
    codesText:
      "Bewaar ze op een veilige plek, niet op uw telefoon. Elke code telt één keer, in plaats van de code uit de app.",
    kept: "Ik heb ze bewaard",
    copy: "Kopiëren",
    copied: "Gekopieerd",
    passkeys: "Passkeys",
    passkeysText:
      "Met een passkey logt u in met uw vingerafdruk, gezicht of pincode van dit apparaat, zonder wachtwoord.",
    passkeyOf: "Gemaakt op {moment}",
    addPasskey: "Passkey toevoegen",
    removePasskey: "Verwijderen",
    passkeyAdded: "Passkey toegevoegd",
  },
  en: {
    title: "Security",
    offText:
      "With a second step, signing in also asks for a code from an authenticator app on your phone. Somebody who only knows your password stays out.",
    turnOn: "Set up a second step",
    onText:
      "Signing in asks for a code from your authenticator app. If your phone is lost, a recovery code counts.",
    left: "{left, plural, =0 {There are no recovery codes left.} one {There is one recovery code left.} other {There are # recovery codes left.}}",
    newCodes: "Make new recovery codes",
    makeCodes: "Make",
    scan: "Scan this with your authenticator app.",
    picture: "QR code for your authenticator app",
    onThisPhone: "Or open the app on this device",
    typeIt: "Or type this key:",
    code: "Six digits from the app",
    confirm: "Confirm",
    once: "You see these codes only once.",
    codes: "Recovery codes",
    codesText:
      "Keep them in a safe place, not on your phone. Each code counts once, in place of the code from the app.",
    kept: "I have kept them",
    copy: "Copy",
    copied: "Copied",
    passkeys: "Passkeys",
    passkeysText:
      "With a passkey you sign in with your fingerprint, face or the PIN of this device, without a password.",
    passkeyOf: "Made on {moment}",
    addPasskey: "Add a passkey",
    removePasskey: "Remove",
    passkeyAdded: "Passkey added",
  },
});
