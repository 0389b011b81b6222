const words = {
  nl: {
    title: "Aanmelden",
    go: "Doorgaan",
    code: "Code uit je app, of een herstelcode",
    over: "Deze link is verlopen of al gebruikt.",
    again: "Vraag een nieuwe link",
  },
  en: {
    title: "Sign in",
    go: "Continue",
    code: "Code from your app, or a recovery code",
    over: "This link is over or was used before.",
    again: "Ask for a new link",
  },
};

const safe = (text: string) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/**
 * The page behind a mailed link: one button. Programs that open links in mails before people do use nothing up, because
 * only the button signs in.
 */
export const linkPage = (given: { token: string; language: string; state: "ask" | "code" | "over" }) => {
  const language = given.language === "en" ? "en" : "nl";
  const { title, go, code, over, again } = words[language];
  const field = `<label>${code}<input name="totp" inputmode="numeric" autocomplete="one-time-code" pattern="[0-9]{6}|[0-9]{5}[ -]?[0-9]{5}" maxlength="11" required autofocus></label>`;
  const form = `<form method="post" action="/sign-in/link"><input type="hidden" name="token" value="${safe(given.token)}">
<input type="hidden" name="language" value="${language}">${given.state === "code" ? field : ""}<button>${go}</button></form>`;
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${title} · ChargeCars</title>
<meta name="viewport" content="width=device-width"><meta name="referrer" content="no-referrer"><style>
body{font:16px/1.5 system-ui,sans-serif;display:grid;place-items:center;min-height:90vh;margin:0;color-scheme:light dark}
main{width:min(20rem,90vw)}label{display:grid;gap:.25rem;margin:0 0 1rem}input,button{font:inherit;padding:.6rem;border-radius:.4rem;border:1px solid #888}
button{width:100%;cursor:pointer}</style></head><body><main><h1>${title}</h1>
${given.state === "over" ? `<p>${over}</p><p><a href="/sign-in">${again}</a></p>` : form}</main></body></html>`;
};
