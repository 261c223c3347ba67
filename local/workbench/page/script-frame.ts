// The script's HTML (sidebar, dialogs) in a sandboxed frame, with `google.script.run` answered over the line.
// The frame itself gets its half of the bridge from the server (frame-bridge.ts); this is the page's half.
import type { Connection } from './connection';

/** What the frame says. */
interface FrameCall {
  readonly type: 'run' | 'close' | 'size';
  readonly id: number;
  readonly functionName: string;
  readonly args: readonly unknown[];
  readonly width?: number;
  readonly height?: number;
}

/** A frame that shows the HTML at `address`; `close` is called when the HTML asks for it. The frame has no origin: it sees nothing of the page. */
export function scriptFrame(address: string, title: string, connection: Connection, close: () => void): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.title = title;
  frame.setAttribute('sandbox', 'allow-scripts allow-forms allow-modals allow-popups allow-popups-to-escape-sandbox allow-downloads');
  const listen = (event: MessageEvent): void => {
    if (!frame.isConnected) {
      window.removeEventListener('message', listen);
      return;
    }
    if (event.source !== frame.contentWindow) return;
    const call = event.data as FrameCall;
    if (call.type === 'close') close();
    else if (call.type === 'size') resize(frame, call);
    else answer(frame, call, connection);
  };
  // Before the address is set: the first call of the HTML may come at once.
  window.addEventListener('message', listen);
  frame.src = address;
  return frame;
}

function answer(frame: HTMLIFrameElement, { id, functionName, args }: FrameCall, connection: Connection): void {
  const reply = (message: object): void => frame.contentWindow?.postMessage({ id, ...message }, '*');
  connection.run(functionName, args, 'sidebar').then(
    (value) => reply({ value }),
    (error: Error) => reply({ error: error.message }),
  );
}

function resize(frame: HTMLIFrameElement, { width, height }: FrameCall): void {
  if (!frame.classList.contains('dialog-frame')) return;
  if (width !== undefined) frame.style.width = `${width}px`;
  if (height !== undefined) frame.style.height = `${height}px`;
}
