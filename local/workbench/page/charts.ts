// Chart.js as the spreadsheet expects to find it: one global with every part and the date adapter.
import * as chartParts from 'chart.js';
import 'chartjs-adapter-luxon';

const { Chart, registerables } = chartParts;
Chart.register(...registerables);
Chart.defaults.font.family = 'Roboto, Arial, sans-serif';
Object.assign(globalThis, { Chart: Object.assign(Chart, chartParts) });
