let underWay = 0;

const ask = (event: BeforeUnloadEvent) => event.preventDefault();

/**
 * Does `send`, and meanwhile the browser asks before the page is closed or loaded anew: what has not arrived would be
 * lost. Only for what is kept nowhere else; the field app keeps its photos on the phone.
 */
export const untilSent = async <T>(send: () => Promise<T>): Promise<T> => {
  underWay += 1;
  addEventListener("beforeunload", ask);
  try {
    return await send();
  } finally {
    underWay -= 1;
    if (underWay === 0) removeEventListener("beforeunload", ask);
  }
};
