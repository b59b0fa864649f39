import { expect, test } from '@jest/globals';
import { CLERK, OWNER, resultOf, script, scriptHost, thrownBy } from '../run/script-host.ts';

const scopes = ['spreadsheets', 'forms', 'drive', 'script.scriptapp'];
const options = { scopes };

const SURVEY = `
  function make() {
    const form = FormApp.create('Survey').setTitle('回访');
    form.addTextItem().setTitle('Name').setRequired(true);
    const again = form.addMultipleChoiceItem().setTitle('Again?').setChoiceValues(['yes', 'no']);
    form.addCheckboxItem().setTitle('Liked').setChoiceValues(['price', 'speed']);
    form.addScaleItem().setTitle('Stars');
    form.addGridItem().setTitle('Staff').setRows(['friendly', 'quick']).setColumns(['bad', 'good']);
    form.setDestination(FormApp.DestinationType.SPREADSHEET, SpreadsheetApp.getActive().getId());
    return form.getId();
  }
  function rows() { return SpreadsheetApp.getActive().getSheets()[0].getDataRange().getDisplayValues(); }
  function onAnswer(e) { console.log(JSON.stringify(e.namedValues)); }
  function listen() { ScriptApp.newTrigger('onAnswer').forSpreadsheet(SpreadsheetApp.getActive()).onFormSubmit().create(); }`;

test('a form gets a tab for its answers, in front, with the questions in its first row', async () => {
  const { host } = scriptHost(SURVEY, options);
  await resultOf(host, 'make');
  expect(host.state.sheets[0]).toMatchObject({ name: '表单回复 1', frozenRows: 1 });
  expect(await resultOf(host, 'rows')).toEqual([
    ['时间戳记', 'Name', 'Again?', 'Liked', 'Stars', 'Staff [friendly]', 'Staff [quick]'],
  ]);
});

test('what a respondent sends reaches the tab, the form and the trigger', async () => {
  const { host, logs } = scriptHost(
    `${SURVEY} function answers(id) { return FormApp.openById(id).getResponses().map((each) => each.getItemResponses().map((one) => [one.getItem().getTitle(), one.getResponse()])); }
     function linked() { return SpreadsheetApp.getActive().getFormUrl(); }`,
    options,
  );
  const id = (await resultOf(host, 'make')) as string;
  await resultOf(host, 'listen');
  const given = { Name: '=王芳', Liked: ['price', 'speed'], Stars: '4', Staff: ['good', null] };
  expect(await host.answerForm(id, given)).toMatchObject([{ ok: true }]);
  const rows = (await resultOf(host, 'rows')) as string[][];
  expect(rows[1]!.slice(1)).toEqual(['=王芳', '', 'price, speed', '4', 'good', '']);
  expect(await resultOf(host, 'answers', id)).toEqual([
    [
      ['Name', '=王芳'],
      ['Liked', ['price', 'speed']],
      ['Stars', '4'],
      ['Staff', ['good', null]],
    ],
  ]);
  expect(logs).toHaveLength(1);
  expect(JSON.parse(logs[0]!.replace('log: ', ''))).toMatchObject({ Name: ['=王芳'], Stars: ['4'] });
  expect(await resultOf(host, 'linked')).toContain(id);
});

test('a script that submits an answer fires no trigger', async () => {
  const { host, logs } = scriptHost(
    `${SURVEY} function submit(id) {
      const form = FormApp.openById(id);
      const [name, again] = form.getItems();
      const response = form.createResponse().withItemResponse(name.asTextItem().createResponse('李娜')).withItemResponse(again.asMultipleChoiceItem().createResponse('yes'));
      const before = [response.getId(), response.getTimestamp()];
      const kept = response.submit();
      return [before, kept.getId() === form.getResponses()[0].getId(), kept.getTimestamp().getTime() === Date.now(), form.getResponse(kept.getId()).getResponseForItem(again).getResponse(),
        response.toPrefilledUrl().split('?')[1].replace(/entry\\.\\d+/g, 'entry')];
    }`,
    options,
  );
  const id = await resultOf(host, 'make');
  await resultOf(host, 'listen');
  expect(await resultOf(host, 'submit', id)).toEqual([
    [null, null],
    true,
    true,
    'yes',
    'usp=pp_url&entry=%E6%9D%8E%E5%A8%9C&entry=yes',
  ]);
  expect(((await resultOf(host, 'rows')) as string[][])[1]!.slice(1, 3)).toEqual(['李娜', 'yes']);
  expect(logs).toEqual([]);
});

test('a question that was added later gets a column of its own', async () => {
  const { host } = scriptHost(`${SURVEY} function more(id) { FormApp.openById(id).addDateItem().setTitle('When'); }`, options);
  const id = (await resultOf(host, 'make')) as string;
  await resultOf(host, 'more', id);
  await host.answerForm(id, { Name: 'A', When: '2026-02-03' });
  const rows = (await resultOf(host, 'rows')) as string[][];
  expect([rows[0]!.at(-1), rows[1]!.at(-1)]).toEqual(['When', '2026-02-03']);
});

test('a closed form, a missing answer and an unknown question are refused', async () => {
  const { host } = scriptHost(`${SURVEY} function close(id) { FormApp.openById(id).setAcceptingResponses(false); }`, options);
  const id = (await resultOf(host, 'make')) as string;
  await expect(host.answerForm(id, { Stars: '4' })).rejects.toThrow('A response is required for the question: Name');
  await expect(host.answerForm(id, { Colour: 'red' })).rejects.toThrow('The form has no question “Colour”.');
  await resultOf(host, 'close', id);
  await expect(host.answerForm(id, { Name: 'A' })).rejects.toThrow('This form is not accepting responses.');
  expect(await resultOf(host, 'rows')).toHaveLength(1);
});

const item = (add: string, rest: string): Promise<unknown> =>
  thrownBy(`const item = FormApp.create('x').${add}().setTitle('Q'); ${rest}`, options);

test.each([
  ['addMultipleChoiceItem', "item.setChoiceValues(['a']).createResponse('b')"],
  ['addCheckboxItem', "item.setChoiceValues(['a']).createResponse(['a', 'b'])"],
  ['addScaleItem', 'item.createResponse(6)'],
  ['addGridItem', "item.setRows(['r']).setColumns(['c']).createResponse(['c', 'c'])"],
  ['addTimeItem', 'item.createResponse(24, 0)'],
  ['addTextItem', "item.setValidation(FormApp.createTextValidation().requireNumberBetween(1, 5).build()).createResponse('6')"],
  ['addTextItem', "item.setValidation(FormApp.createTextValidation().requireTextIsEmail().build()).createResponse('nobody')"],
  [
    'addParagraphTextItem',
    "item.setValidation(FormApp.createParagraphTextValidation().requireTextMatchesPattern('a+').build()).createResponse('ab')",
  ],
  [
    'addCheckboxItem',
    "item.setChoiceValues(['a', 'b']).setValidation(FormApp.createCheckboxValidation().requireSelectAtMost(1).build()).createResponse(['a', 'b'])",
  ],
  [
    'addGridItem',
    "item.setRows(['r', 's']).setColumns(['c']).setValidation(FormApp.createGridValidation().requireLimitOneResponsePerColumn().build()).createResponse(['c', 'c'])",
  ],
])('%s: an answer that does not fit is refused by %s', async (add, rest) => {
  expect(await item(add, rest)).toBe('Exception: Invalid response submitted to question: Q');
});

test('a rule speaks with its own words, and can be taken away', async () => {
  const rule = "FormApp.createTextValidation().requireNumber().setHelpText('digits, please').build()";
  expect(await item('addTextItem', `item.setValidation(${rule}).createResponse('x')`)).toBe('Exception: digits, please');
  expect(await item('addTextItem', `item.setValidation(${rule}).clearValidation().createResponse('x')`)).toBe('nothing thrown');
  expect(await item('addMultipleChoiceItem', "item.showOtherOption(true).createResponse('mine')")).toBe('nothing thrown');
});

test('items are copied to the end, moved, deleted and only taken for what they are', async () => {
  expect(
    await script(
      `const form = FormApp.create('x');
       const a = form.addTextItem().setTitle('a'); form.addDateItem().setTitle('b').setIncludesYear(false);
       const copy = a.duplicate().setTitle('c');
       form.moveItem(copy, 0); form.deleteItem(a);
       let message = '';
       try { form.getItems()[0].asDateItem(); } catch (error) { message = error.message; }
       return [form.getItems().map((each) => [each.getTitle(), String(each.getType()), String(each)]), message, form.getItemById(1), form.getItems()[1].asDateItem().createResponse(new Date(2026, 1, 3)).getResponse()];`,
      options,
    ),
  ).toEqual([
    [
      ['c', 'TEXT', 'Item'],
      ['b', 'DATE', 'Item'],
    ],
    'Invalid conversion for item type: TEXT.',
    null,
    '02-03',
  ]);
});

test('a form’s file bears another name than the form, and its settings are kept', async () => {
  expect(
    await script(
      `const form = FormApp.create('File', false).setTitle('Title').setConfirmationMessage('thanks').setProgressBar(true).setCollectEmail(true);
       const file = DriveApp.getFileById(form.getId());
       return [form.isPublished(), form.isAcceptingResponses(), form.setPublished(true).isAcceptingResponses(), file.getName(), file.getMimeType() === MimeType.GOOGLE_FORMS,
         form.getConfirmationMessage(), form.hasProgressBar(), form.collectsEmail(), form.isQuiz(), form.getEditors().map(String), FormApp.openById(file.makeCopy('Copy').getId()).getTitle()];`,
      options,
    ),
  ).toEqual([false, false, true, 'File', true, 'thanks', true, true, false, [OWNER.email], 'Title']);
  expect(await thrownBy("FormApp.openByUrl('https://x.example')", options)).toBe('Exception: Invalid argument: url');
  expect(await thrownBy("FormApp.create('x').getDestinationId()", options)).toBe(
    'Exception: The form currently has no response destination.',
  );
});

test('somebody else’s form is not there until it is shared', async () => {
  const { host } = scriptHost(
    `${SURVEY} function open(id) { FormApp.openById(id); } function share(id) { FormApp.openById(id).addEditor('clerk@shop.example'); }`,
    options,
  );
  const id = await resultOf(host, 'make');
  expect(await host.run(CLERK, 'open', [id])).toMatchObject({ ok: false });
  await resultOf(host, 'share', id);
  expect(await host.run(CLERK, 'open', [id])).toMatchObject({ ok: true });
});
