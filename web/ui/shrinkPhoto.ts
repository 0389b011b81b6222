const longestSide = 2048;
const quality = 0.7;

const sizeWithin = (width: number, height: number) => {
  const scale = Math.min(1, longestSide / Math.max(width, height));
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
};

/**
 * Makes a photo small enough to send from the field: at most 2048 pixels, JPEG at 0.7, upright, without hidden data such
 * as the place where it was taken. A picture the browser cannot read is sent as it is.
 */
export const shrinkPhoto = async (file: File): Promise<File> => {
  try {
    const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
    const { width, height } = sizeWithin(picture.width, picture.height);
    const canvas = Object.assign(document.createElement("canvas"), { width, height });
    canvas.getContext("2d")?.drawImage(picture, 0, 0, width, height);
    picture.close();
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/jpeg", quality));
    if (!blob) return file;
    return new File([blob], file.name.replace(/\.\w+$/, "") + ".jpg", { type: "image/jpeg" });
  } catch {
    return file;
  }
};
