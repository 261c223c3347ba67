// Utilities, Session, MailApp, Logger: apps-script reference 8 and 1.
import { failure, script, thrown, value } from './script';

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
  ])('%s [8 format-date]', (pattern, text) => {
    expect(value(`Utilities.formatDate(new Date(Date.UTC(2026, 0, 5, 7, 7, 9, 123)), 'Europe/Moscow', ${JSON.stringify(pattern)})`)).toBe(
      text,
    );
  });

  it('YYYY is the year of the week: the last days of December belong to the next one [8 format-date]', () => {
    expect(
      value("['2026-12-26', '2026-12-27', '2026-12-31'].map((d) => Utilities.formatDate(new Date(d), 'GMT', 'YYYY ww yyyy'))"),
    ).toEqual(['2026 52 2026', '2027 01 2026', '2027 01 2026']);
  });

  it('takes GMT offsets as zones [8 format-date]', () => {
    expect(value("Utilities.formatDate(new Date(0), 'GMT+5:30', 'HH:mm Z')")).toBe('05:30 +0530');
  });

  it('refuses what is not a date', () => {
    expect(thrown("Utilities.formatDate('2026', 'GMT', 'yyyy')")).toBe(
      "Exception: The parameters (String,String,String) don't match the method signature for Utilities.formatDate.",
    );
  });
});

describe('parseDate', () => {
  it.each([
    ["'2026-01-05 10:07:09', 'Europe/Moscow', 'yyyy-MM-dd HH:mm:ss'", '2026-01-05T07:07:09.000Z'],
    ["'05.01.26', 'GMT', 'dd.MM.yy'", '2026-01-05T00:00:00.000Z'],
    ["'5 January 2026, 3:30 pm', 'GMT', 'd MMMM yyyy, h:mm a'", '2026-01-05T15:30:00.000Z'],
    ["'20260105T100709', 'Europe/Moscow', \"yyyyMMdd'T'HHmmss\"", '2026-01-05T07:07:09.000Z'],
    ["'2026-01-05T10:00:00+05:00', 'GMT', \"yyyy-MM-dd'T'HH:mm:ssXXX\"", '2026-01-05T05:00:00.000Z'],
    ["'32.01.2026', 'GMT', 'dd.MM.yyyy'", '2026-02-01T00:00:00.000Z'],
  ])('%s [8 parse-date]', (args, iso) => {
    expect(value(`Utilities.parseDate(${args}).toISOString()`)).toBe(iso);
  });

  it.each(["'вчера', 'GMT', 'yyyy-MM-dd'", "'2026', 'GMT', 'yyyy-MM-dd'", "'5 Janvier 2026', 'GMT', 'd MMMM yyyy'"])(
    '%s throws an Exception [8 parse-date]',
    (args) => {
      expect(thrown(`Utilities.parseDate(${args})`)).toMatch(/^Exception: Unparseable date: /);
    },
  );
});

it.each(['%j', '%q'])('formatString refuses %s [8 format-string]', (conversion) => {
  expect(thrown(`Utilities.formatString('${conversion}', 1)`)).toMatch(/^Exception: /);
});

it.each([
  ["'%s и %s', 'a', 1", 'a и 1'],
  ["'%5.2f|%-5s|%05d|%,d', 3.14159, 'x', 42, 1234567", ' 3.14|x    |00042|1,234,567'],
  ["'%x %2$S %% %2$s', 255, 'b'", 'ff B % b'],
])('formatString(%p) [8 format-string]', (args, text) => {
  expect(value(`Utilities.formatString(${args})`)).toBe(text);
});

it('parseCsv keeps texts, quotes and line breaks, converts nothing [8 parse-csv]', () => {
  expect(value(`[Utilities.parseCsv('a,"b ""c""",1\\r\\n"line\\nbreak",,'), Utilities.parseCsv('a;b', ';')]`)).toEqual([
    [
      ['a', 'b "c"', '1'],
      ['line\nbreak', '', ''],
    ],
    [['a', 'b']],
  ]);
});

it('digests and signatures are signed bytes [8 signed-bytes]', () => {
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

it('gzip and ungzip are inverse, and ungzip wants its content type [8 gzip]', () => {
  expect(
    value(
      "(() => { const packed = Utilities.gzip(Utilities.newBlob('я'.repeat(5000))); const text = Utilities.base64Encode(packed.getBytes()); return [packed.getContentType(), text.length < 500, Utilities.ungzip(Utilities.newBlob(Utilities.base64Decode(text), 'application/x-gzip')).getDataAsString().length]; })()",
    ),
  ).toEqual(['application/x-gzip', true, 5000]);
  const untyped = 'Utilities.ungzip(Utilities.newBlob(Utilities.gzip(Utilities.newBlob("я")).getBytes(), "text/plain")).getDataAsString()';
  expect([thrown(untyped), thrown(untyped, { switches: { ungzipNeedsContentType: false } })]).toEqual([
    'Exception: Could not decompress gzip.',
    'я',
  ]);
});

it('blobs decode charsets, their bytes are signed [8 signed-bytes]', () => {
  expect(
    value(
      "[Utilities.newBlob([-49, -16]).getDataAsString('windows-1251'), Utilities.newBlob('a', 'text/csv', 'a.csv').getName(), Utilities.newBlob('я').getBytes()]",
    ),
  ).toEqual(['Пр', 'a.csv', [-47, -113]]);
});

it('texts without a charset are encoded by a default that no source states [8 base64-charset]', () => {
  const calls =
    "[Utilities.base64Encode('я'), Utilities.base64Encode('я', Utilities.Charset.UTF_8), Utilities.base64Encode('я', Utilities.Charset.US_ASCII), Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, 'я')[0] === Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, 'я', Utilities.Charset.UTF_8)[0]]";
  expect([value(calls), value(calls, { switches: { defaultCharset: 'US_ASCII' } })]).toEqual([
    ['0Y8=', '0Y8=', 'Pw==', true],
    ['Pw==', '0Y8=', 'Pw==', false],
  ]);
});

it('what cannot be converted is refused [2.1 cannot-convert]', () => {
  expect([thrown("Utilities.newBlob(['a'])"), thrown("Utilities.base64Encode(['a'])")]).toEqual([
    'Exception: Cannot convert a to byte.',
    'Exception: Cannot convert a to byte.',
  ]);
});

it('a sleep is at most 300,000 ms, by switch as long as the run [1 sleep]', () => {
  const sleep = (ms: number, switches = {}) => thrown(`Utilities.sleep(${ms}) || 'awake'`, { switches });
  const free = { longestSleepMs: Number.POSITIVE_INFINITY };
  expect([sleep(300_000), sleep(300_001), sleep(300_001, free), sleep(-1)]).toEqual([
    'awake',
    'Exception: Invalid argument: 300001',
    'awake',
    'Exception: Invalid argument: -1',
  ]);
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
  it('goes to the outbox in both forms [1 mail-quota]', () => {
    const runtime = script(
      "function f() { MailApp.sendEmail({ to: 'a@b.test', subject: 'Тема', htmlBody: '<b>x</b>', name: 'KPI' }); MailApp.sendEmail('a@b.test,c@d.test', 'S', 'B', { cc: 'e@f.test' }); return MailApp.getRemainingDailyQuota(); }",
    );
    expect(runtime.run('f')).toBe(96);
    expect(runtime.outbox).toEqual([
      { to: 'a@b.test', cc: '', bcc: '', subject: 'Тема', body: '', htmlBody: '<b>x</b>', name: 'KPI', replyTo: '', attachments: [] },
      { to: 'a@b.test,c@d.test', cc: 'e@f.test', bcc: '', subject: 'S', body: 'B', htmlBody: '', name: '', replyTo: '', attachments: [] },
    ]);
  });

  it.each<[call: string, text: string, id?: string]>([
    ["MailApp.sendEmail('john', 's', 'b')", 'Exception: Invalid email: john', '2.2 bad-email'],
    ["MailApp.sendEmail({ to: 'a@b.test', cc: 'john', subject: 's' })", 'Exception: Invalid email: john', '2.2 bad-email'],
    [
      "MailApp.sendEmail({ to: 'a@b.test', subject: 's', attachments: Array(251).fill(Utilities.newBlob('a')) })",
      'Exception: Limit exceeded: Email Attachments Per Message.',
      '2.2 other-limit',
    ],
    [
      "MailApp.sendEmail({ to: 'a@b.test', subject: 's', attachments: [Utilities.newBlob('a'.repeat(25 * 1024 * 1024 + 1))] })",
      'Exception: Limit exceeded: Email Total Size.',
      '1 mail-limits',
    ],
    [
      "MailApp.sendEmail({ to: 'a@b.test', subject: 's', htmlBody: 'я'.repeat(102401) })",
      'Exception: Limit exceeded: Email Body Size.',
      '1 mail-limits',
    ],
    [
      "MailApp.sendEmail({ to: Array.from({ length: 51 }, (_, i) => i + '@b.test').join(), subject: 's' })",
      'Exception: Limit exceeded: Email Recipients Per Message.',
    ],
    ["MailApp.sendEmail({ to: 'a@b.test', subject: 's', body: 'x'.repeat(204801) })", 'Exception: Limit exceeded: Email Body Size.'],
    [
      "(() => { for (let i = 0; i < 101; i++) MailApp.sendEmail('a@b.test', 's', 'b'); })()",
      'Exception: Service invoked too many times for one day: email.',
    ],
  ])('%s is refused', (call, text) => {
    expect(thrown(call)).toBe(text);
  });

  it('a consumer has 100 recipients a day and bodies of 200 KB, Workspace 1,500 and 400 KB [1 mail-quota]', () => {
    const left = (account: 'consumer' | 'workspace') => value('MailApp.getRemainingDailyQuota()', { account });
    const body = (account: 'consumer' | 'workspace', bytes: number) =>
      thrown(`MailApp.sendEmail('a@b.test', 's', 'x'.repeat(${bytes})) || 'sent'`, { account });
    expect([
      left('consumer'),
      left('workspace'),
      body('consumer', 204_800),
      body('workspace', 409_600),
      body('workspace', 409_601),
    ]).toEqual([100, 1500, 'sent', 'sent', 'Exception: Limit exceeded: Email Body Size.']);
  });

  it('a message above what is left of the day is not sent at all [1 mail-quota]', () => {
    const runtime = script(
      `function f(n) { MailApp.sendEmail({ to: Array.from({ length: n }, (_, i) => i + '@b.test').join(), subject: 's' }); return MailApp.getRemainingDailyQuota(); }`,
    );
    expect([
      runtime.run('f', [50]),
      runtime.run('f', [49]),
      failure(() => runtime.run('f', [2])),
      runtime.run('f', [1]),
      runtime.outbox.length,
    ]).toEqual([50, 1, 'Exception: Service invoked too many times for one day: email.', 0, 3]);
  });
});

it('console and Logger reach the listener [8 logging]', () => {
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
