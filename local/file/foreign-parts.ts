/** What a file of another program holds that saving here would lose. */
import { readEntry } from './zip-archive.ts';
import type { ZipArchive } from './zip-directory.ts';

export const losses = [
  'macros',
  'charts',
  'pivots',
  'images',
  'drawings',
  'slicers',
  'tables',
  'external-links',
  'threaded-comments',
  'controls',
  'data-model',
  'hyperlinks',
  'rich-text',
  'icons-and-bars',
  'print-settings',
  'groups',
  'cell-looks',
  'named-formulas',
  'passwords',
  'other-parts',
] as const;
export type Loss = (typeof losses)[number];

const byName: [Loss, RegExp][] = [
  ['macros', /vbaProject\.bin$|^xl\/(?:macrosheets|dialogsheets)\//i],
  ['charts', /^xl\/(?:charts|chartsheets)\//i],
  ['pivots', /^xl\/pivot/i],
  ['images', /^xl\/media\//i],
  ['drawings', /^xl\/diagrams\//i],
  ['slicers', /^xl\/(?:slicer|timeline)/i],
  ['tables', /^xl\/(?:tables|queryTables)\//i],
  ['external-links', /^xl\/(?:externalLinks\/|connections\.xml)/i],
  ['threaded-comments', /^xl\/threadedComments\//i],
  ['controls', /^xl\/(?:activeX|ctrlProps|embeddings|webextensions)\//i],
  ['data-model', /^xl\/(?:model|richData)\//i],
];

/** Parts that are read, or that every program makes anew for itself. */
const understood =
  /^xl\/(?:workbook\d*\.xml|styles\d*\.xml|sharedStrings\d*\.xml|calcChain\.xml|metadata\.xml|theme\/|worksheets\/(?:sheet|_rels\/)|comments[^/]*\.xml|comments\/|persons\/|drawings\/|printerSettings\/|_rels\/)/i;

const pages: [Loss, RegExp][] = [
  // a link inside of the workbook; those that lead out stand in the relations
  ['hyperlinks', /<(?:\w+:)?hyperlink\s(?![^>]*r:id=)/],
  ['icons-and-bars', /type="(?:iconSet|dataBar|top10|aboveAverage|uniqueValues)"/],
  ['groups', /\soutlineLevel="[1-7]"/],
  // breaks between pages, what is on top of them, and turned or fitted pages; every program writes the defaults
  ['print-settings', /<(?:\w+:)?(?:row|col)Breaks\s/],
  [
    'print-settings',
    // LibreOffice puts the tab's name above and the page's number below every tab that is added there
    /<(?:\w+:)?(?:odd|even|first)(?:Header|Footer)>(?!&amp;C&amp;&quot;[^&<]*&quot;&amp;12(?:&amp;K[0-9a-f]{6})?(?:&amp;A|[^&<]{0,12}&amp;P[^&<]{0,4})<)[^<]/i,
  ],
  ['print-settings', /<(?:\w+:)?pageSetup\s[^>]*orientation="landscape"/],
  ['print-settings', /<(?:\w+:)?pageSetup\s[^>]*\sscale="(?!100")/],
  ['print-settings', /\sfitToPage="(?:1|true)"/],
  ['print-settings', /<(?:\w+:)?printOptions\s[^>]*(?:headings|gridLines|horizontalCentered|verticalCentered)="(?:1|true)"/],
  ['passwords', /<(?:\w+:)?sheetProtection\s[^>]*(?:password|hashValue)="/],
  ['other-parts', /<(?:\w+:)?(?:scenarios|customSheetViews|oleObjects)[\s>]|<(?:\w+:)?f\s[^>]*t="dataTable"/],
];
const styles: [Loss, RegExp][] = [
  ['cell-looks', /<(?:\w+:)?gradientFill|\sindent="(?!0")|\sshrinkToFit="(?:1|true)"|\sdiagonal(?:Up|Down)="(?:1|true)"/],
  ['cell-looks', /patternType="(?!none"|solid"|gray125")/],
];
const books: [Loss, RegExp][] = [
  ['print-settings', /name="_xlnm\.Print_(?:Area|Titles)"/],
  ['passwords', /<(?:\w+:)?workbookProtection\s[^>]*(?:assword|HashValue|lockStructure="(?:1|true))/],
  [
    'named-formulas',
    /<(?:\w+:)?definedName\s(?![^>]*name="_xl)[^>]*>(?!(?:'(?:[^'<]|'')+'|&apos;[^<]*?&apos;|[^'!<&(]+)!\$?[A-Z]*\$?\d*(?::\$?[A-Z]*\$?\d*)?<)(?![^<]*#REF!)/,
  ],
];
/** Kinds of content that would be lost, each once, in the order of {@link losses}. */
export function partsToLose(zip: ZipArchive): Loss[] {
  const names = [...zip.entries.keys()].filter((name) => !name.endsWith('/'));
  const found = new Set<Loss>();
  for (const name of names) {
    const known = byName.filter(([, part]) => part.test(name));
    for (const [loss] of known) found.add(loss);
    if (known.length === 0 && /^xl\//i.test(name) && !understood.test(name)) found.add('other-parts');
  }
  const look = (part: RegExp, signs: [Loss, RegExp][]) => {
    for (const name of names.filter((each) => part.test(each))) {
      const text = readEntry(zip, name)!.toString('utf8');
      for (const [loss, sign] of signs) if (!found.has(loss) && sign.test(text)) found.add(loss);
    }
  };
  look(/^xl\/worksheets\/[^/]+\.xml$/i, pages);
  look(/^xl\/(?:styles\d*\.xml)$/i, styles);
  look(/^xl\/workbook\d*\.xml$/i, books);
  const texts = names.filter((name) => /^xl\/(?:sharedStrings\d*\.xml|worksheets\/[^/]+\.xml)$/i.test(name));
  if (texts.some((name) => hasMixedText(readEntry(zip, name)!.toString('utf8')))) found.add('rich-text');
  if (!found.has('hyperlinks') && hasLinks(zip, names)) found.add('hyperlinks');
  // LibreOffice adds an empty one to every tab with notes
  look(/^xl\/drawings\/(?!vml|_rels)/i, [['drawings', /Anchor[\s>]/]]);
  look(/^xl\/drawings\/vml/i, [['controls', /ObjectType="(?!Note")/]]);
  return losses.filter((loss) => found.has(loss));
}

/** Texts whose parts look different. LibreOffice cuts a text in pieces wherever it had to take another font; that is no look. */
function hasMixedText(xml: string): boolean {
  for (const [item] of xml.matchAll(/<((?:\w+:)?(?:si|is))>\s*<(?:\w+:)?r>.*?<\/\1>/gs)) {
    const looks = [...item.matchAll(/<(?:\w+:)?r>(.*?)<\/(?:\w+:)?r>/gs)].map(([, piece]) =>
      [...(/<(?:\w+:)?rPr>(.*?)<\/(?:\w+:)?rPr>/s.exec(piece!)?.[1] ?? '').matchAll(/<[^>]+>/g)]
        .map(([tag]) => tag)
        .filter((tag) => !/^<\/|^<(?:\w+:)?(?:rFont|family|charset|scheme)\s/.test(tag))
        .sort()
        .join(''),
    );
    if (new Set(looks).size > 1) return true;
  }
  return false;
}

/** Excel makes a link of every address that is typed. One that only repeats its cell's text is no loss. */
function hasLinks(zip: ZipArchive, names: readonly string[]): boolean {
  const text = (name: string) => readEntry(zip, name)!.toString('utf8');
  const targets = names
    .filter((name) => /^xl\/worksheets\/_rels\//i.test(name))
    .flatMap((name) => [...text(name).matchAll(/<Relationship\s[^>]*>/g)])
    .filter(([tag]) => /\/hyperlink"/.test(tag))
    .map(([tag]) => /\sTarget="([^"]*)"/.exec(tag)?.[1] ?? '');
  if (targets.length === 0) return false;
  const written = names.filter((name) => /^xl\/(?:sharedStrings|worksheets\/sheet)[^/]*\.xml$/i.test(name)).map(text);
  const texts = new Set(written.flatMap((xml) => [...xml.matchAll(/>([^<>]+)<\//g)].map(([, each]) => each!.toLowerCase())));
  const bare = (target: string) => target.toLowerCase().replace(/\/$/, '');
  const shapes = (target: string) => [target, target.replace(/^mailto:/, ''), target.replace(/^https?:\/\//, '')];
  return targets.some((target) => !shapes(bare(target)).some((each) => texts.has(each) || texts.has(`${each}/`)));
}
