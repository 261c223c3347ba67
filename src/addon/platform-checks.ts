// What the add-on depends on in Google and no source confirms, tried out on a scratch sheet. A check answers what it saw; `needed` ones break the add-on
// when they fail, the others are allowed for either way. Nothing of the person's file is touched.
import type { PlatformCheckId } from '../locale/platform-words';
import { SCRIPT_CHECKS } from './platform-script-checks';
import type { PlatformCheck } from './platform-seen';
import { SHEET_CHECKS } from './platform-sheet-checks';

export const PLATFORM_CHECKS: Readonly<Record<PlatformCheckId, PlatformCheck>> = { ...SCRIPT_CHECKS, ...SHEET_CHECKS };
