import { register } from './duplicates.ts';
import { columns, row, type Table } from './figures.ts';
import { BenchShop } from './shop-of.ts';

const sizes = [1_000, 10_000, 50_000];
const pasted = 2_000;
const [nameColumn, phoneColumn] = [1, 2];

/** What it costs to be told that somebody is a customer already: in the form, on the card, in typed and in pasted rows. */
export async function entryFigures(dist: string): Promise<Table> {
  const rows: string[][] = [];
  for (const size of sizes) {
    const people = register(size);
    const shop = await BenchShop.filled(people, dist);
    const [name = '', phone = ''] = people[Math.floor(size / 2)]!;
    rows.push(
      row(
        `the form asks, ${size.toLocaleString('en')} customers`,
        await shop.call('findDuplicates', { values: { name, phone } }),
      ),
    );
    rows.push(row('open a customer card', await shop.call('getCard', { customer: 'C000002' })));
    // each first edit of a tab goes the longer way, because no number was given yet
    await shop.type(size + 2, nameColumn, '尉迟敬德');
    rows.push(row('type a name', await shop.type(size + 3, nameColumn, name)));
    rows.push(row('type a phone that nobody has', await shop.type(size + 2, phoneColumn, '19912345678')));
    rows.push(row('type the phone of somebody of this name', await shop.type(size + 3, phoneColumn, phone)));
    const block = [...people.slice(0, pasted / 10), ...register(pasted)].slice(0, pasted);
    rows.push(row(`paste ${pasted.toLocaleString('en')} rows`, await shop.paste(size + 4, block)));
    await shop.close();
  }
  return { title: 'Customers who are there already', columns, rows };
}
