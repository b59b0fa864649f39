/** Starts Univer with the parts that only show: no computing, no number formats and no validation of its own. */
import {
  UniverDocsPlugin,
  UniverDocsUIPlugin,
  UniverFormulaEnginePlugin,
  UniverRenderEnginePlugin,
  UniverSheetsFormulaPlugin,
  UniverSheetsFormulaUIPlugin,
  UniverSheetsPlugin,
  UniverSheetsUIPlugin,
  UniverUIPlugin,
} from '@univerjs/preset-sheets-core';
import coreEn from '@univerjs/preset-sheets-core/locales/en-US';
import coreZh from '@univerjs/preset-sheets-core/locales/zh-CN';
import { UniverSheetsFilterPlugin, UniverSheetsFilterUIPlugin } from '@univerjs/preset-sheets-filter';
import filterEn from '@univerjs/preset-sheets-filter/locales/en-US';
import filterZh from '@univerjs/preset-sheets-filter/locales/zh-CN';
import { UniverSheetsSortPlugin, UniverSheetsSortUIPlugin } from '@univerjs/preset-sheets-sort';
import sortEn from '@univerjs/preset-sheets-sort/locales/en-US';
import sortZh from '@univerjs/preset-sheets-sort/locales/zh-CN';
import {
  defaultTheme,
  ICommandService,
  IContextService,
  type Injector,
  IUndoRedoService,
  IUniverInstanceService,
  LocaleType,
  LocalUndoRedoService,
  LogLevel,
  merge,
  Univer,
} from '@univerjs/presets';
import { of } from 'rxjs';
import { hiddenMenus } from './hidden-menus.ts';

export interface Engine {
  univer: Univer;
  injector: Injector;
  commands: ICommandService;
}

/** @param language decides the language of Univer's own texts */
export function startEngine(container: HTMLElement, language: 'zh' | 'en'): Engine {
  const univer = new Univer({
    theme: defaultTheme,
    locale: language === 'zh' ? LocaleType.ZH_CN : LocaleType.EN_US,
    locales:
      language === 'zh'
        ? { [LocaleType.ZH_CN]: merge({}, coreZh, filterZh, sortZh, sortWords('按这一列升序', '按这一列降序')) }
        : {
            [LocaleType.EN_US]: merge(
              {},
              coreEn,
              filterEn,
              sortEn,
              sortWords('Sort by this column, A to Z', 'Sort by this column, Z to A'),
            ),
          },
    logLevel: LogLevel.ERROR,
    override: [
      [IUndoRedoService, { useFactory: undoWithoutCount, deps: [IUniverInstanceService, ICommandService, IContextService] }],
    ],
  });
  univer.registerPlugin(UniverRenderEnginePlugin);
  univer.registerPlugin(UniverFormulaEnginePlugin);
  univer.registerPlugin(UniverUIPlugin, {
    container,
    header: true,
    toolbar: true,
    ribbonType: 'simple',
    menu: hiddenMenus,
    contextMenu: true,
  });
  univer.registerPlugin(UniverDocsPlugin);
  univer.registerPlugin(UniverDocsUIPlugin);
  univer.registerPlugin(UniverSheetsPlugin);
  univer.registerPlugin(UniverSheetsUIPlugin, {
    formulaBar: true,
    footer: { sheetBar: true, statisticBar: false, menus: false, zoomSlider: true },
    clipboardConfig: { hidePasteOptions: true },
    protectedRangeShadow: false,
    disableForceStringAlert: true,
    disableForceStringMark: true,
    menu: hiddenMenus,
  });
  // the cell's editor comes with these; there is nothing to compute, as no cell here holds a formula
  univer.registerPlugin(UniverSheetsFormulaPlugin);
  univer.registerPlugin(UniverSheetsFormulaUIPlugin);
  univer.registerPlugin(UniverSheetsSortPlugin);
  univer.registerPlugin(UniverSheetsSortUIPlugin);
  univer.registerPlugin(UniverSheetsFilterPlugin);
  univer.registerPlugin(UniverSheetsFilterUIPlugin);
  const injector = univer.__getInjector();
  return { univer, injector, commands: injector.get(ICommandService) };
}

/** Rows always stay whole, so there is no “expanded region” to speak of. */
function sortWords(ascending: string, descending: string): Record<string, object> {
  return { 'sheets-sort-ui': { general: { 'sort-asc-ext': ascending, 'sort-desc-ext': descending } } };
}

/**
 * What can be undone in the sheet is known to the workbook, not to Univer, whose stack only serves the cell's editor: so
 * its buttons must not be greyed by it.
 */
function undoWithoutCount(...parts: ConstructorParameters<typeof LocalUndoRedoService>): LocalUndoRedoService {
  const service = new LocalUndoRedoService(...parts);
  Object.defineProperty(service, 'undoRedoStatus$', { value: of({ undos: 1, redos: 1 }) });
  return service;
}
