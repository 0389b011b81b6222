import { join } from "node:path";
import type { Browser } from "playwright-core";
import sharp from "sharp";
import { openDemo } from "./demo.ts";
import type { Shot } from "./shots.ts";

const sizes = {
  office: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
};

interface Taking {
  base: string;
  folder: string;
  wanted: readonly Shot[];
}

/** Takes each picture in a fresh browser context and keeps it small: a palette is enough for screens. */
export const takeShots = async (browser: Browser, { base, folder, wanted }: Taking): Promise<void> => {
  const demo = openDemo(base);
  for (const { name, size, dark, as, path, before } of wanted) {
    const context = await browser.newContext({
      ...sizes[size],
      locale: "nl-NL",
      timezoneId: "Europe/Amsterdam",
      colorScheme: dark ? "dark" : "light",
      reducedMotion: "reduce",
    });
    if (as) {
      const [cookie = "", value = ""] = (await demo.cookieOf(as)).split(/=(.*)/s);
      await context.addCookies([{ name: cookie, value, url: base }]);
    }
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    await page.goto(base + (await path(demo)));
    await page.locator("h1").first().waitFor({ state: "attached" });
    await page.waitForTimeout(800);
    await before?.(page, demo);
    await page.waitForTimeout(1200);
    const file = join(folder, `${name}.png`);
    const { size: bytes } = await sharp(await page.screenshot())
      .png({ palette: true, colours: 192, effort: 9, compressionLevel: 9 })
      .toFile(file);
    console.log(`${name}.png  ${Math.round(bytes / 1024)} kB`);
    await context.close();
  }
};
