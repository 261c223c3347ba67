// Script text evaluated first in every realm, before the project's code: the clock and zone of `Date`, and the classes through which service objects
// appear. It runs inside the realm so that everything a script can touch is the realm's own. The host's functions stay in closures.

/** Evaluates to a function of the host's doors that answers the kernel (see Kernel in realm.ts). */
export const prelude = String.raw`(function (host) {
'use strict';
const NativeDate = Date, NativeError = Error, NativeTypeError = TypeError, NativePromise = Promise, NativeFunction = Function, NativeRangeError = RangeError;
const then = NativePromise.prototype.then;
const apply = Reflect.apply, construct = Reflect.construct, define = Object.defineProperty, defineAll = Object.defineProperties, objectPrototype = Object.prototype;

// Behind a deep recursion the stack ends inside the host, whose error is none of the script's.
for (const name of Object.keys(host)) {
  const door = host[name];
  if (typeof door !== 'function') continue;
  host[name] = (a, b, c) => {
    try { return door(a, b, c); } catch (error) { throw new NativeRangeError('Maximum call stack size exceeded'); }
  };
}

// ---- Date: the runtime's clock and the script's time zone -------------------------------------------------------------------------------------
const proto = NativeDate.prototype;
const getTime = proto.getTime, setTime = proto.setTime, toISOString = proto.toISOString, utc = NativeDate.UTC, nativeParse = NativeDate.parse;
const scratch = new NativeDate(0);
const wall = (t) => t + host.offset(t);
const moment = (w) => (w === w ? host.moment(w) : NaN);
const put = (target, name, value) => define(target, name, { value, writable: true, configurable: true, enumerable: false });
const named = (name, length, f) => { define(f, 'name', { value: name, configurable: true }); define(f, 'length', { value: length, configurable: true }); return f; };
for (const part of ['FullYear', 'Month', 'Date', 'Day', 'Hours', 'Minutes', 'Seconds', 'Milliseconds']) {
  const get = proto['getUTC' + part];
  put(proto, 'get' + part, named('get' + part, 0, function () {
    const t = apply(getTime, this, []);
    if (t !== t) return NaN;
    apply(setTime, scratch, [wall(t)]);
    return apply(get, scratch, []);
  }));
}
for (const part of ['FullYear', 'Month', 'Date', 'Hours', 'Minutes', 'Seconds', 'Milliseconds']) {
  const set = proto['setUTC' + part];
  put(proto, 'set' + part, named('set' + part, set.length, function (...values) {
    const t = apply(getTime, this, []);
    apply(setTime, scratch, [t === t ? wall(t) : part === 'FullYear' ? 0 : NaN]);
    return apply(setTime, this, [moment(apply(set, scratch, values))]);
  }));
}
put(proto, 'getYear', named('getYear', 0, function () { return this.getFullYear() - 1900; }));
put(proto, 'getTimezoneOffset', named('getTimezoneOffset', 0, function () {
  const t = apply(getTime, this, []);
  return t === t ? -host.offset(t) / 60000 : NaN;
}));
const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (n) => (n < 10 ? '0' + n : '' + n);
const year = (n) => (n < 0 ? '-' : '') + ('' + Math.abs(n)).padStart(4, '0');
const dateText = (d) => days[d.getDay()] + ' ' + months[d.getMonth()] + ' ' + two(d.getDate()) + ' ' + year(d.getFullYear());
const timeText = (d) => {
  const minutes = Math.abs(d.getTimezoneOffset()), sign = d.getTimezoneOffset() > 0 ? '-' : '+';
  return two(d.getHours()) + ':' + two(d.getMinutes()) + ':' + two(d.getSeconds()) + ' GMT' + sign + two(Math.floor(minutes / 60)) + two(minutes % 60) +
    ' (' + host.zoneName(apply(getTime, d, [])) + ')';
};
const text = (f) => function () { const t = apply(getTime, this, []); return t === t ? f(this) : 'Invalid Date'; };
put(proto, 'toString', named('toString', 0, text((d) => dateText(d) + ' ' + timeText(d))));
put(proto, 'toDateString', named('toDateString', 0, text(dateText)));
put(proto, 'toTimeString', named('toTimeString', 0, text(timeText)));
for (const name of ['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString']) {
  const native = proto[name];
  put(proto, name, named(name, 0, function (locales, options) { return apply(native, this, [locales, Object.assign({ timeZone: host.zone }, options)]); }));
}
const isoLocal = /^\s*[+-]?\d{4,6}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?\s*$/;
const isoDate = /^\s*[+-]?\d{4,6}(-\d{2}(-\d{2})?)?\s*$/;
const zoned = /(Z|UTC|UT|GMT|[ECMP][SD]T)\s*(\(.*\))?\s*$|[+-]\d{2}:?\d{2}\s*(\(.*\))?\s*$/i;
const parse = (value) => {
  const string = String(value), parsed = nativeParse(string);
  if (parsed !== parsed || isoDate.test(string) || (zoned.test(string) && !isoLocal.test(string))) return parsed;
  const asUtc = nativeParse(isoLocal.test(string) ? string.trim().replace(' ', 'T') + 'Z' : string + ' UTC');
  return asUtc === asUtc ? moment(asUtc) : parsed;
};
function ZonedDate(...values) {
  if (new.target === undefined) return new ZonedDate().toString();
  let t;
  if (values.length === 0) t = host.now();
  else if (values.length > 1) t = moment(apply(utc, NativeDate, values));
  else {
    const value = values[0];
    if (value instanceof NativeDate) t = apply(getTime, value, []);
    else {
      const primitive = typeof value === 'object' && value !== null ? value[Symbol.toPrimitive] ? value[Symbol.toPrimitive]('default') : value.valueOf() : value;
      const plain = typeof primitive === 'object' && primitive !== null ? String(primitive) : primitive;
      t = typeof plain === 'string' ? parse(plain) : Number(plain);
    }
  }
  return construct(NativeDate, [t], new.target);
}
named('Date', 7, ZonedDate);
define(ZonedDate, 'prototype', { value: proto, writable: false, enumerable: false, configurable: false });
put(proto, 'constructor', ZonedDate);
put(ZonedDate, 'UTC', utc);
put(ZonedDate, 'parse', named('parse', 1, parse));
put(ZonedDate, 'now', named('now', 0, () => host.now()));
put(globalThis, 'Date', ZonedDate);

// ---- Service objects ----------------------------------------------------------------------------------------------------------------------------
const failed = host.failed;
// The end of a killed run: thrown through the whole script, which can do nothing about it and nothing any more.
const end = Object.freeze({});
let over = false;
const alive = () => { if (over) throw end; };
// An error that is no Error of the realm: whether Google's are is not known.
const foreign = (message) => define(Object.create({ toString() { return this.name + ': ' + this.message; } }), 'message', { value: message, writable: true, configurable: true });
const raise = (below) => {
  over = host.isOver();
  alive();
  const name = host.failureName(), message = host.failureMessage();
  const error = name === 'TypeError' ? new NativeTypeError(message) : host.exceptionsAreErrors ? new NativeError(message) : foreign(message);
  if (error.name !== name) define(error, 'name', { value: name, writable: true, configurable: true, enumerable: true });
  if (NativeError.captureStackTrace) NativeError.captureStackTrace(error, below);
  throw error;
};
const quiet = new Set(['then', 'toJSON', 'inspect', 'nodeType', 'asymmetricMatch', '__esModule', 'prototype']);
function classPrototype(serviceName, methods, getters, isOpen) {
  const unknown = new Proxy(Object.create(objectPrototype), {
    get: function unknownName(target, name) {
      if (typeof name === 'symbol') return undefined;
      if (name in objectPrototype) return objectPrototype[name];
      if (quiet.has(name) || isOpen) return undefined;
      const error = new NativeTypeError(serviceName + '.' + name + ' is not implemented in the local runtime');
      if (NativeError.captureStackTrace) NativeError.captureStackTrace(error, unknownName);
      throw error;
    },
    has: () => false,
    set(target, name, value, receiver) {
      if (!isOpen) throw new NativeTypeError('Cannot set ' + String(name) + ' of ' + serviceName);
      return define(receiver, name, { value, writable: true, enumerable: true, configurable: true }), true;
    },
    getPrototypeOf: () => objectPrototype,
  });
  const made = Object.create(unknown);
  for (const name of methods) {
    const method = { [name](...values) {
      alive();
      const answer = host.invoke(this, name, values);
      if (answer === failed) raise(method);
      return answer;
    } }[name];
    put(made, name, method);
  }
  for (const name of getters) {
    const get = function () {
      alive();
      const answer = host.read(this, name);
      if (answer === failed) raise(get);
      return answer;
    };
    define(made, name, { get, enumerable: true, configurable: true });
  }
  if (!methods.includes('toString')) put(made, 'toString', function toString() { return serviceName.split('.').pop(); });
  return made;
}
function wrap(prototype, names, isOpen) {
  const made = Object.create(prototype);
  for (const name of names) {
    const get = function () {
      alive();
      const answer = host.read(this, name);
      if (answer === failed) raise(get);
      return answer;
    };
    define(made, name, { get, enumerable: true, configurable: false });
  }
  return isOpen ? made : Object.preventExtensions(made);
}

// ---- What Apps Script lacks ---------------------------------------------------------------------------------------------------------------------
for (const entry of host.lacking) {
  let owner = globalThis;
  for (const key of entry[0].split('.')) if (key !== '' && owner !== undefined) owner = owner[key];
  if (owner !== undefined) for (const name of entry[1]) delete owner[name];
}

// ---- console ------------------------------------------------------------------------------------------------------------------------------------
const shown = (value) => {
  if (typeof value === 'string') return value;
  if (value instanceof NativeError) return String(value.stack || value);
  if (typeof value === 'function') return '[Function: ' + value.name + ']';
  if (typeof value === 'object' && value !== null) { try { return JSON.stringify(value, null, 0); } catch (error) { return String(value); } }
  return String(value);
};
const line = (values) => {
  if (typeof values[0] !== 'string') return values.map(shown).join(' ');
  let next = 1;
  const head = values[0].replace(/%[sdifjoO%]/g, (mark) => mark === '%%' ? '%' : next < values.length ? shown(values[next++]) : mark);
  return [head, ...values.slice(next).map(shown)].join(' ');
};
const timers = new Map();
const consoleObject = {};
for (const level of ['log', 'info', 'warn', 'error']) put(consoleObject, level, named(level, 0, (...values) => { if (!over) host.log(level, line(values)); }));
put(consoleObject, 'time', (label) => { timers.set(String(label), host.now()); });
put(consoleObject, 'timeEnd', (label) => { if (!over) host.log('log', String(label) + ': ' + (host.now() - timers.get(String(label))) + 'ms'); timers.delete(String(label)); });
put(globalThis, 'console', consoleObject);

// ---- Running ------------------------------------------------------------------------------------------------------------------------------------
const outcome = { done: false, failed: false, value: undefined };
const settle = (value) => { outcome.done = true; outcome.value = value; };
const fail = (value) => { outcome.done = true; outcome.failed = true; outcome.value = value; };
/** Runs work() and keeps its outcome; a promise's outcome is its own once the microtasks have run. */
function run(work) {
  try {
    const value = work();
    if (value instanceof NativePromise) apply(then, value, [settle, host.entriesFailSilently ? () => settle(undefined) : fail]);
    else settle(value);
  } catch (error) {
    fail(error);
  }
}
const describe = (error) => {
  if (typeof error !== 'object' || error === null) return { name: 'Error', message: String(error), stack: '' };
  const read = (key, fallback) => { try { return error[key] === undefined ? fallback : String(error[key]); } catch (again) { return fallback; } };
  return { name: read('name', 'Error'), message: read('message', String(error)), stack: read('stack', '') };
};
// ---- The script's names on the global object ----------------------------------------------------------------------------------------------------
let unlinked = null;
const linkNow = () => { const names = unlinked; unlinked = null; if (names !== null) defineAll(globalThis, names()); };
const link = (names, now) => { unlinked = names; if (now) linkNow(); };
// Code made of text finds them there, so its makers put them there first.
const makers = [NativeFunction, ...[async () => {}, function* () {}, async function* () {}].map((f) => Object.getPrototypeOf(f).constructor)];
for (const native of makers) {
  const maker = named(native.name, 1, function (...parts) { linkNow(); return construct(native, parts, new.target === undefined ? maker : new.target); });
  define(maker, 'prototype', { value: native.prototype, writable: false, enumerable: false, configurable: false });
  if (native === NativeFunction) put(globalThis, 'Function', maker);
  else Object.setPrototypeOf(maker, globalThis.Function);
  define(native.prototype, 'constructor', { value: maker, writable: native === NativeFunction, enumerable: false, configurable: true });
}
return {
  classPrototype, wrap, run, outcome, describe, line, alive, link,
  entry: (work) => () => work(),
  call: (value, owner, args) => apply(value, owner, args),
  hush: (promise) => { try { apply(then, promise, [undefined, () => {}]); } catch (error) { /* a promise class of the script's own that refuses */ } },
  define: (name, value) => define(globalThis, name, { value, writable: true, configurable: true, enumerable: true }),
  global: globalThis,
  newArray: (length) => new Array(length),
  newObject: () => ({}),
  newDate: (t) => new NativeDate(t),
  compile: (parameter, code) => { linkNow(); return NativeFunction(parameter, code); },
};
})`;
