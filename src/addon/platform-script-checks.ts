// Checks of what scripts are given: stores, locks, requests, triggers, mail, pages, the language itself.
import { compressed, decompressed } from './compress';
import { offsetIn } from './file';
import { type PlatformCheck, textOf, yesNo } from './platform-seen';

const RUSSIAN = 'Сделка «Поставка» № 5 – ёж, 100 % ';

export const SCRIPT_CHECKS = {
  longCell: {
    needed: true,
    run: (sheet) => {
      const text = `z${'a1B2c3D4'.repeat(6125)}`;
      sheet.getRange(1, 1).setNumberFormat('@').setValue(text);
      SpreadsheetApp.flush();
      const back = String(sheet.getRange(1, 1).getValue());
      return yesNo(back === text, back.length);
    },
  },
  gzip: {
    needed: true,
    run: () => {
      const text = RUSSIAN.repeat(2000);
      const packed = compressed(text);
      return yesNo(decompressed(packed) === text && /^[\w+/=]+$/.test(packed), `${text.length} → ${packed.length}`);
    },
  },
  cache: {
    needed: false,
    run: () => {
      const cache = CacheService.getDocumentCache();
      if (!cache) return yesNo(false, 'null');
      const keys = ['1', '2', '3', '4', '5'].map((key) => `b24:check:${key}`);
      cache.putAll(Object.fromEntries(keys.map((key) => [key, key.repeat(10000).slice(0, 100000)])), 60);
      const back = cache.getAll(keys);
      cache.removeAll(keys);
      return yesNo(
        keys.every((key) => back[key] === key.repeat(10000).slice(0, 100000)),
        Object.keys(back).length,
      );
    },
  },
  property: {
    needed: true,
    run: () => {
      const properties = PropertiesService.getDocumentProperties();
      const text = 'x'.repeat(9000);
      properties.setProperty('b24.check', text);
      const back = properties.getProperty('b24.check');
      properties.deleteProperty('b24.check');
      return yesNo(back === text && properties.getProperty('b24.check') === null, back?.length);
    },
  },
  metadata: {
    needed: true,
    run: (sheet) => {
      const text = 'м'.repeat(2000);
      sheet.addDeveloperMetadata('b24.check', text);
      const [found] = sheet.getDeveloperMetadata().filter((entry) => entry.getKey() === 'b24.check');
      const back = found?.getValue() ?? '';
      found?.remove();
      return yesNo(back === text, back.length);
    },
  },
  lock: {
    needed: true,
    run: () => {
      // The document's lock may be held by a refresh that runs now: that it can be asked is what matters.
      const [own, script] = [LockService.getDocumentLock(), LockService.getScriptLock()];
      const got = script.tryLock(1000);
      if (got) script.releaseLock();
      return yesNo(own !== null && got, `${own !== null}, ${got}`);
    },
  },
  errorClass: {
    needed: false,
    run: (sheet) => {
      try {
        sheet.getRange('нет такой');
        return yesNo(false, 'no error');
      } catch (error) {
        return yesNo(error instanceof Error && !/^Exception/.test(textOf(error)), `${error instanceof Error}: ${textOf(error)}`);
      }
    },
  },
  fetchError: {
    needed: false,
    run: () => {
      try {
        const response = UrlFetchApp.fetch('https://portal.invalid/rest/1/check/', { method: 'post', muteHttpExceptions: true });
        return yesNo(false, response.getResponseCode());
      } catch (error) {
        // Nothing here is secret: the address is made up.
        return yesNo(/portal\.invalid/.test(textOf(error)), textOf(error));
      }
    },
  },
  trigger: {
    needed: false,
    run: () => {
      try {
        const made = ScriptApp.newTrigger('continueRefresh').timeBased().after(3600000).create();
        ScriptApp.deleteTrigger(made);
        return yesNo(true);
      } catch (error) {
        return yesNo(false, textOf(error));
      }
    },
  },
  mail: {
    needed: false,
    run: () => yesNo(MailApp.getRemainingDailyQuota() > 0, MailApp.getRemainingDailyQuota()),
  },
  person: {
    needed: false,
    run: () => {
      // The address itself is nobody else's business.
      const told = [Session.getActiveUser().getEmail(), Session.getEffectiveUser().getEmail()].map((mail) => (mail ? '✓' : '–'));
      return yesNo(!told.includes('–'), `${told.join(' ')} ${Session.getActiveUserLocale()}`);
    },
  },
  page: {
    needed: true,
    run: () => {
      const sizes = ['Sidebar', 'Plans', 'Help', 'Demo'].map((name) => HtmlService.createHtmlOutputFromFile(name).getContent().length);
      return yesNo(
        sizes.every((size) => size > 1000),
        sizes.join(', '),
      );
    },
  },
  language: {
    needed: true,
    run: () => {
      const used =
        typeof Array.prototype.flatMap === 'function' && typeof Object.fromEntries === 'function' && 'ё'.normalize('NFC') === 'ё';
      const newer = {
        at: typeof (Array.prototype as { at?: unknown }).at === 'function',
        replaceAll: typeof ('' as { replaceAll?: unknown }).replaceAll === 'function',
        Intl: typeof (globalThis as { Intl?: unknown }).Intl === 'object',
      };
      const found = Object.entries(newer).map(([name, has]) => `${name} ${has ? '✓' : '–'}`);
      return yesNo(used, `ES2019 ${used ? '✓' : '–'}; ${found.join(', ')}`);
    },
  },
  zoneText: {
    needed: true,
    run: (_, file) => {
      const zone = file.getSpreadsheetTimeZone();
      // Winter and summer of one year: a zone with summer time has two offsets.
      const offsets = [1767225600, 1782864000].map((instant) => offsetIn(zone, instant) / 3600);
      return yesNo(offsets.every(Number.isFinite), `${zone}: ${offsets.join(', ')}`);
    },
  },
} as const satisfies Record<string, PlatformCheck>;
