import jsqr from 'jsqr';
import type { Page } from 'playwright-core';

// Its CommonJS form has its function as `default`.
const decode = typeof jsqr === 'function' ? jsqr : (jsqr as { default: typeof jsqr.default }).default;

/** What a phone reads in a picture, given as the address of an image. */
export async function scan(page: Page, address: string): Promise<string | undefined> {
  const { pixels, width, height } = await page.evaluate(async (source) => {
    const image = new Image();
    image.src = source;
    await image.decode();
    const canvas = document.createElement('canvas');
    const scale = Math.min(1, 400 / image.width);
    canvas.width = image.width * scale + 40;
    canvas.height = image.height * scale + 40;
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas');
    context.fillStyle = 'white';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(image, 20, 20, image.width * scale, image.height * scale);
    const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
    return { pixels: Array.from(data), width, height };
  }, address);
  return decode(Uint8ClampedArray.from(pixels), width, height)?.data;
}
