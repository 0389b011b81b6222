/** Makes a thing when it is first asked for and keeps it; when that failed, whoever asks next lets it be tried again. */
export const whenAsked = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let made: Promise<T> | undefined;
  const begin = async () => {
    try {
      return await make();
    } catch (error) {
      made = undefined;
      throw error;
    }
  };
  return () => (made ??= begin());
};
