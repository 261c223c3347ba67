// Utilities, Session, MailApp, Logger: apps-script reference 8 and 1.
import { script, thrown, value } from './script';

describe('formatDate', () => {
  it.each([
    ["yyyy-MM-dd'T'HH:mm:ssXXX", '2026-01-05T10:07:09+03:00'],
    ['d.M.yy H:m', '5.1.26 10:7'],
    ['EEE, dd MMM yyyy', 'Mon, 05 Jan 2026'],
    ['EEEE MMMM', 'Monday January'],
    ['hh:mm a', '10:07 AM'],
    ['Z X XX', '+0300 +03 +0300'],
    ['SSS u D', '123 1 5'],
    ["'день' ''yy''", "день '26'"],
  ])('%s', (pattern, text) => {
    expect(value(`Utilities.formatDate(new Date(Date.UTC(2026, 0, 5, 7, 7, 9, 123)), 'Europe/Moscow', ${JSON.stringify(pattern)})`)).toBe(
      text,
    );
  });

  it('YYYY is the year of the week: the last days of December belong to the next one', () => {
    expect(
      value("['2026-12-26', '2026-12-27', '2026-12-31'].map((d) => Utilities.formatDate(new Date(d), 'GMT', 'YYYY ww yyyy'))"),
    ).toEqual(['2026 52 2026', '2027 01 2026', '2027 01 2026']);
  });

  it('takes GMT offsets as zones', () => {
    expect(value("Utilities.formatDate(new Date(0), 'GMT+5:30', 'HH:mm Z')")).toBe('05:30 +0530');
  });

  it('refuses what is not a date', () => {
    expect(thrown("Utilities.formatDate('2026', 'GMT', 'yyyy')")).toBe(
      "Exception: The parameters (String,String,String) don't match the method signature for Utilities.formatDate.",
    );
  });
});

it.each([
  ["'%s и %s', 'a', 1", 'a и 1'],
  ["'%5.2f|%-5s|%05d|%,d', 3.14159, 'x', 42, 1234567", ' 3.14|x    |00042|1,234,567'],
  ["'%x %2$S %% %2$s', 255, 'b'", 'ff B % b'],
])('formatString(%p)', (args, text) => {
  expect(value(`Utilities.formatString(${args})`)).toBe(text);
});

it('parseCsv keeps texts, quotes and line breaks', () => {
  expect(value(`[Utilities.parseCsv('a,"b ""c""",1\\r\\n"line\\nbreak",,'), Utilities.parseCsv('a;b', ';')]`)).toEqual([
    [
      ['a', 'b "c"', '1'],
      ['line\nbreak', '', ''],
    ],
    [['a', 'b']],
  ]);
});

it('digests and signatures are signed bytes', () => {
  const hex = '.map((b) => (b & 255).toString(16).padStart(2, "0")).join("")';
  expect(
    value(`[Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, 'abc')${hex}, Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, 'abc')[0],
    Utilities.computeHmacSha256Signature('what do ya want for nothing?', 'Jefe')${hex}]`),
  ).toEqual(['900150983cd24fb0d6963f7d28e17f72', -70, '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843']);
});

it('base64 takes texts and bytes, plain and web-safe', () => {
  expect(
    value(
      "[Utilities.base64Encode('Привет', Utilities.Charset.UTF_8), Utilities.base64Encode([-1, 1]), Utilities.base64EncodeWebSafe([-5, -1, -2]), Utilities.base64Decode('/w==')[0], Utilities.newBlob(Utilities.base64Decode('0K8=')).getDataAsString()]",
    ),
  ).toEqual(['0J/RgNC40LLQtdGC', '/wE=', '-__-', -1, 'Я']);
  expect(thrown("Utilities.base64Decode('***')")).toBe('Exception: Could not decode string.');
});

it('gzip and ungzip are inverse, and ungzip wants its content type', () => {
  expect(
    value(
      "(() => { const packed = Utilities.gzip(Utilities.newBlob('я'.repeat(5000))); const text = Utilities.base64Encode(packed.getBytes()); return [packed.getContentType(), text.length < 500, Utilities.ungzip(Utilities.newBlob(Utilities.base64Decode(text), 'application/x-gzip')).getDataAsString().length]; })()",
    ),
  ).toEqual(['application/x-gzip', true, 5000]);
  expect(thrown("Utilities.ungzip(Utilities.newBlob([1, 2], 'text/plain'))")).toBe('Exception: Could not decompress gzip.');
});

it('blobs decode charsets', () => {
  expect(
    value(
      "[Utilities.newBlob([-49, -16]).getDataAsString('windows-1251'), Utilities.newBlob('a', 'text/csv', 'a.csv').getName(), Utilities.newBlob('я').getBytes()]",
    ),
  ).toEqual(['Пр', 'a.csv', [-47, -113]]);
});

it('getUuid is a fresh UUID', () => {
  expect(value('Utilities.getUuid()')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

it('the session knows the person, the language and the script’s zone', () => {
  const options = { user: { email: 'rop@example.com' }, locale: 'en_US' as const };
  expect(
    value(
      '[Session.getActiveUser().getEmail(), Session.getEffectiveUser().getEmail(), Session.getActiveUserLocale(), Session.getScriptTimeZone()]',
      options,
    ),
  ).toEqual(['rop@example.com', 'rop@example.com', 'en', 'Europe/Moscow']);
});

describe('mail', () => {
  it('goes to the outbox in both forms', () => {
    const runtime = script(
      "function f() { MailApp.sendEmail({ to: 'a@b.ru', subject: 'Тема', htmlBody: '<b>x</b>', name: 'KPI' }); MailApp.sendEmail('a@b.ru,c@d.ru', 'S', 'B', { cc: 'e@f.ru' }); return MailApp.getRemainingDailyQuota(); }",
    );
    expect(runtime.run('f')).toBe(96);
    expect(runtime.outbox).toEqual([
      { to: 'a@b.ru', cc: '', bcc: '', subject: 'Тема', body: '', htmlBody: '<b>x</b>', name: 'KPI', replyTo: '' },
      { to: 'a@b.ru,c@d.ru', cc: 'e@f.ru', bcc: '', subject: 'S', body: 'B', htmlBody: '', name: '', replyTo: '' },
    ]);
  });

  it.each([
    ["MailApp.sendEmail('john', 's', 'b')", 'Exception: Invalid email: john'],
    [
      "MailApp.sendEmail({ to: Array.from({ length: 51 }, (_, i) => i + '@b.ru').join(), subject: 's' })",
      'Exception: Limit exceeded: Email Recipients Per Message.',
    ],
    ["MailApp.sendEmail({ to: 'a@b.ru', subject: 's', body: 'x'.repeat(204801) })", 'Exception: Limit exceeded: Email Body Size.'],
    [
      "(() => { for (let i = 0; i < 101; i++) MailApp.sendEmail('a@b.ru', 's', 'b'); })()",
      'Exception: Service invoked too many times for one day: email.',
    ],
  ])('%s is refused', (call, text) => {
    expect(thrown(call)).toBe(text);
  });
});

it('console and Logger reach the listener', () => {
  const lines: string[] = [];
  const runtime = script(
    "function f() { console.log('%s из %s', 1, 2, { a: 1 }); console.error(new Error('x').message); Logger.log('n = %s', 'a'); return Logger.getLog(); }",
    {
      log: (level, line) => lines.push(`${level}: ${line}`),
    },
  );
  expect(runtime.run('f')).toBe('n = a\n');
  expect(lines).toEqual(['log: 1 из 2 {"a":1}', 'error: x', 'log: n = a']);
});
