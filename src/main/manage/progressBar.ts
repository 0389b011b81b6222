const width = 32;

/** Draws how far something is, on the error stream so that output stays clean; on a file or pipe it stays silent. */
export const progressBar = (stream: NodeJS.WriteStream = process.stderr) => {
  const began = performance.now();
  return (done: number) => {
    if (!stream.isTTY) return;
    const full = Math.round(Math.min(done, 1) * width);
    const seconds = Math.round((performance.now() - began) / 1000);
    const percent = String(Math.floor(done * 100)).padStart(3);
    stream.write(
      `\r${"█".repeat(full)}${"░".repeat(width - full)} ${percent} % ${seconds} s${done >= 1 ? "\n" : ""}`,
    );
  };
};
