import SignaturePad, { type PointGroup } from "signature_pad";

/** Fits the canvas to its box at the sharpness of the screen, and draws what was there again. */
const fit = (canvas: HTMLCanvasElement, pad: SignaturePad) => {
  const strokes: PointGroup[] = pad.toData();
  const ratio = Math.max(globalThis.devicePixelRatio, 1);
  canvas.width = canvas.offsetWidth * ratio;
  canvas.height = canvas.offsetHeight * ratio;
  canvas.getContext("2d")?.scale(ratio, ratio);
  pad.clear();
  pad.fromData(strokes);
};

/** Lets people draw on a canvas; tells the picture after every stroke, `undefined` when it is empty. */
export const watchInk = (canvas: HTMLCanvasElement, tell: (image: string | undefined) => void) => {
  const pad = new SignaturePad(canvas, { penColor: "#14141a", minWidth: 0.8, maxWidth: 2.6 });
  const observer = new ResizeObserver(() => fit(canvas, pad));
  observer.observe(canvas);
  pad.addEventListener("endStroke", () => tell(pad.isEmpty() ? undefined : pad.toDataURL("image/png")));
  return {
    clear: () => {
      pad.clear();
      tell(undefined);
    },
    stop: () => {
      observer.disconnect();
      pad.off();
    },
  };
};
