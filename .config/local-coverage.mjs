// Writes docs/local-coverage.md: every method of Google's services that a shop's ledger can need, against the local workbook's;
// the names that Google knows, for what the local workbook refuses; and the signatures for the compiler to hold against Google's.
//
//   node .config/local-coverage.mjs           writes the files
//   node .config/local-coverage.mjs --check   fails where they are not what would be written
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { program } from './check/tools.mjs';
import { coverageOf } from './google-api/coverage.mjs';
import { coverageTable } from './google-api/coverage-table.mjs';
import { memberNames } from './google-api/member-names.mjs';
import { readOwnServices } from './google-api/own-services.mjs';
import { readGoogleTypes } from './google-api/read-types.mjs';
import { signatureProof } from './google-api/signature-proof.mjs';
import { writeWhole } from './parts/files.mjs';
import { at, root } from './parts/paths.mjs';

const google = readGoogleTypes();
const files = { 'local/services/google-members.generated.ts': memberNames(google) };
settle(files);
// read afterwards: the services know the names that were just written
const own = await readOwnServices();
const coverage = coverageOf(google, own);
// laid out as the style check wants it
const layOut = [program('@biomejs/biome', 'biome'), 'format', '--stdin-file-path=docs/local-coverage.md'];
const table = execFileSync(process.execPath, layOut, { cwd: root, input: coverageTable(coverage), encoding: 'utf8' });
settle({
  'docs/local-coverage.md': table,
  'test/signatures/signatures.generated.ts': signatureProof(coverage, google),
});

function settle(texts) {
  for (const [path, text] of Object.entries(texts)) {
    const target = at(path);
    const before = existsSync(target) ? readFileSync(target, 'utf8') : '';
    if (before === text) continue;
    if (!process.argv.includes('--check')) writeWhole(target, text);
    else {
      console.error(`${path} is not what would be written now.`);
      process.exitCode = 1;
    }
  }
}
