let token: string | undefined;

/** The token of a customer's link, sent with every call; kept in memory only. */
export const bearer = () => token;

/** Sends this token with every call from here on; `undefined` stops it. */
export const setBearer = (next: string | undefined) => {
  token = next;
};

/** The token in the address of a customer's page, `/c/<token>/…`. */
export const tokenInPath = (path: string) => /^\/c\/([^/?#]+)/.exec(path)?.[1];
