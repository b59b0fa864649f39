/** Colours of an .xlsx: literal, of the theme, or of the old palette, as `#rrggbb`. */
import { scanXml } from './xml-scan.ts';

// ECMA-376 part 1, 18.8.27: the first eight repeat
const palette =
  '000000ffffffff000000ff000000ffffff00ff00ff00ffff000000ffffffff000000ff000000ffffff00ff00ff00ffff800000008000000080808000800080008080c0c0c08080809999ff993366ffffccccffff660066ff80800066ccccccff000080ff00ffffff0000ffff800080800000008080' +
  '0000ff00ccffccffffccffccffff9999ccffff99cccc99ffffcc993366ff33cccc99cc00ffcc00ff9900ff6600666699969696003366339966003300333300993300993366333399333333';

/** The theme's colours in the order in which `theme="…"` counts them. */
export function readThemeColors(xml: string | undefined): string[] {
  const colors: string[] = [];
  let inside = false;
  if (xml) {
    scanXml(xml, {
      open(name, attributes) {
        if (name === 'clrScheme') inside = true;
        if (inside && name === 'sysClr') colors.push(attributes.lastClr ?? '000000');
        if (inside && name === 'srgbClr') colors.push(attributes.val ?? '000000');
      },
      close(name) {
        if (name === 'clrScheme') inside = false;
      },
    });
  }
  // dark and light change places: the file's order is dk1, lt1, dk2, lt2
  const [dk1 = '000000', lt1 = 'ffffff', dk2 = '1f497d', lt2 = 'eeece1', ...rest] = colors;
  return [lt1, dk1, lt2, dk2, ...rest].map((color) => `#${color.toLowerCase()}`);
}

/** `undefined` for "automatic" and for what is not understood. */
export function readColor(attributes: Record<string, string>, theme: string[]): string | undefined {
  let color: string | undefined;
  if (attributes.rgb) color = `#${attributes.rgb.slice(-6).toLowerCase()}`;
  else if (attributes.theme) color = theme[Number(attributes.theme)];
  else if (attributes.indexed && Number(attributes.indexed) < 64) {
    const at = Number(attributes.indexed) * 6;
    color = palette.slice(at, at + 6) ? `#${palette.slice(at, at + 6)}` : undefined;
  }
  if (!color || !/^#[0-9a-f]{6}$/.test(color)) return undefined;
  return attributes.tint ? tinted(color, Number(attributes.tint)) : color;
}

/** Excel lightens and darkens in HSL; between black and white that is the same as doing it by channel, and near it elsewhere. */
function tinted(color: string, tint: number): string {
  const channels = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  const changed = channels.map((value) => Math.round(tint < 0 ? value * (1 + tint) : value + (255 - value) * tint));
  return `#${changed.map((value) => Math.min(255, Math.max(0, value)).toString(16).padStart(2, '0')).join('')}`;
}
