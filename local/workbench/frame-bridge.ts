// The half of `google.script.run` that lives inside the script's HTML: a script text put before everything else (apps-script reference, 7).
// It speaks to the page by postMessage and knows nothing of the server.

/** Source of `google.script` for a frame; refuses what Google's client refuses. */
export const bridgeSource = `(function () {
  var pending = {}, last = 0;
  function refuse(value, name, seen) {
    if (value === null || value === undefined || typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number') return;
    if (seen.indexOf(value) >= 0) throw new TypeError('Failed due to circular reference.');
    var plain = Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype || Object.getPrototypeOf(value) === null;
    if (typeof value !== 'object' || !plain) throw new TypeError('Failed due to illegal value in property: ' + name);
    Object.keys(value).forEach(function (key) { refuse(value[key], key, seen.concat([value])); });
  }
  function fields(form) {
    var result = {};
    new FormData(form).forEach(function (value, key) { result[key] = value instanceof File ? '' : value; });
    return result;
  }
  function runner(success, failure, user) {
    return new Proxy({}, {
      get: function (target, name) {
        if (name === 'withSuccessHandler') return function (handler) { return runner(handler, failure, user); };
        if (name === 'withFailureHandler') return function (handler) { return runner(success, handler, user); };
        if (name === 'withUserObject') return function (object) { return runner(success, failure, object); };
        return function () {
          var args = Array.prototype.slice.call(arguments);
          if (args.length === 1 && args[0] instanceof HTMLFormElement) args = [fields(args[0])];
          args.forEach(function (value, index) { refuse(value, String(index), []); });
          var id = ++last;
          pending[id] = { success: success, failure: failure, user: user };
          parent.postMessage({ type: 'run', id: id, functionName: String(name), args: JSON.parse(JSON.stringify(args)) }, '*');
        };
      }
    });
  }
  addEventListener('message', function (event) {
    if (event.source !== parent) return;
    var call = pending[event.data.id];
    if (!call) return;
    delete pending[event.data.id];
    if ('error' in event.data) {
      var error = new Error(event.data.error);
      error.name = 'ScriptError';
      if (call.failure) call.failure(error, call.user); else console.error(error);
    } else if (call.success) call.success(event.data.value, call.user);
  });
  window.google = { script: {
    run: runner(),
    host: {
      close: function () { parent.postMessage({ type: 'close' }, '*'); },
      setWidth: function (width) { parent.postMessage({ type: 'size', width: width }, '*'); },
      setHeight: function (height) { parent.postMessage({ type: 'size', height: height }, '*'); },
      origin: location.origin,
      editor: { focus: function () { parent.focus(); } }
    }
  } };
})();`;

/** The script's HTML with the bridge in front of its first script. */
export function framedHtml(html: string): string {
  const bridge = `<script>${bridgeSource}</script>`;
  const head = /<head[^>]*>/i.exec(html) ?? /<html[^>]*>/i.exec(html) ?? /^\s*<!doctype[^>]*>/i.exec(html);
  const at = head === null ? 0 : head.index + head[0].length;
  const doctype = /^\s*<!doctype/i.test(html) ? '' : '<!doctype html>';
  return `${doctype}${html.slice(0, at)}${bridge}${html.slice(at)}`;
}
