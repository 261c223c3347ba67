// Every name Google may call: triggers, menu entries, calls of the panel, custom functions. Anything not listed here is private.
export {
  B24_AVG_DEAL,
  B24_CONVERSION,
  B24_CYCLE,
  B24_DEALS,
  B24_FUNNEL,
  B24_KPI,
  B24_KPI_TABLE,
  B24_REVENUE,
  B24_STAGE_TIME,
  B24_STATUS,
  B24_WINRATE,
} from './addon/custom-functions';
export { menuBuildReports, menuRefresh, onInstall, onOpen, showSidebar } from './addon/menu';
export { buildReports, connect, disconnect, refresh, saveSettings, sidebarState } from './addon/panel';
