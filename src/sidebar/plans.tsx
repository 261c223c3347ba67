// The large window with the plans of a year.
import { render } from 'preact';
import { PlanEditor } from './plan-editor';
import { server } from './server';
import './sidebar.css';
import { sentenceOf } from './ui';

const root = document.getElementById('plans') as HTMLElement;

/** The language is the person's; nothing else of the panel is needed. */
async function open(): Promise<void> {
  try {
    const { lang } = await server.sidebarState();
    document.documentElement.lang = lang;
    root.replaceChildren();
    render(<PlanEditor lang={lang} wide />, root);
  } catch (error) {
    root.textContent = sentenceOf(error);
  }
}

void open();
