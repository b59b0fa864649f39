// What the compiler does not see: Google's globals outside src/google, a clock or chance in the domain, HTML made of data.
import { services } from './services.mjs';
import { isVariable, memberName, parseTypeScript, walk } from './source.mjs';
import { ownFiles } from './walls.mjs';

const serviceNames = new Set(Object.keys(services));
const htmlFromText = new Set(['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'document.write']);

const rules = [
  {
    in: (file) => file.startsWith('src/') && !file.startsWith('src/google/'),
    finds: (node, parent) => isVariable(node, parent) && serviceNames.has(node.name) && node.name,
    says: (file, what) => `${file} names ${what}; Google's services occur only in src/google.`,
  },
  {
    in: (file) => file.startsWith('src/domain/') || file.startsWith('templates/'),
    finds: (node, parent) => clockOrChance(node) || (isVariable(node, parent) && node.name === 'console' && 'console'),
    says: (file, what) => `${file} uses ${what}; hand the day, the id or the words in as arguments.`,
  },
  {
    in: (file) => file.startsWith('sidebar/'),
    finds: (node) => htmlFromText.has(memberName(node)) && memberName(node),
    says: (file, what) => `${file} uses ${what}; build elements and set textContent, so that data never becomes HTML.`,
  },
];

function clockOrChance(node) {
  if (node.type === 'NewExpression' && node.callee.name === 'Date' && node.arguments.length === 0) return 'new Date()';
  if (node.type !== 'MemberExpression') return undefined;
  const name = `${node.object.name}.${memberName(node)}`;
  return name === 'Date.now' || name === 'Math.random' ? name : undefined;
}

export function purityProblems(files) {
  return files.flatMap(({ file, text }) => {
    const wanted = rules.filter((rule) => rule.in(file));
    if (wanted.length === 0 || file.endsWith('.generated.ts')) return [];
    const found = new Set();
    walk(parseTypeScript(text, file), (node, parent) => {
      for (const rule of wanted) {
        const what = rule.finds(node, parent);
        if (what) found.add(rule.says(file, what));
      }
    });
    return [...found];
  });
}

export const checkPurity = () => ({ name: 'purity', problems: purityProblems(ownFiles()) });
