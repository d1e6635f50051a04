/** As large as a logo is ever shown, twice over. */
const LONGEST_SIDE = 384;

export type PictureFault = 'drawing' | 'unreadable';
export type SmallPicture =
  | { readonly ok: true; readonly picture: Blob }
  | { readonly ok: false; readonly fault: PictureFault };

/**
 * A picture drawn anew and small: what it was taken with, where and when stays behind. As PNG, so that what is clear
 * stays clear in dark.
 */
export async function smallPicture(file: File): Promise<SmallPicture> {
  if (/svg/i.test(file.type) || /\.svgz?$/i.test(file.name)) return { ok: false, fault: 'drawing' };
  const bitmap = await createImageBitmap(file).catch(() => null);
  if (bitmap === null) return { ok: false, fault: 'unreadable' };
  const scale = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const context = canvas.getContext('2d');
  if (context !== null) {
    context.imageSmoothingQuality = 'high';
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  }
  bitmap.close();
  const picture = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  return picture === null ? { ok: false, fault: 'unreadable' } : { ok: true, picture };
}
